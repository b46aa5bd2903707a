import type { Plan } from '../../../codemods/engine/edit/change.ts';
import type { CodemodOption } from '../../../codemods/engine/transform/codemod-options.ts';
import { getOption, type ChosenOptions } from '../../../codemods/engine/transform/codemod-options.ts';
import type { SyntaxCodemod, SyntaxFile } from '../../../codemods/engine/transform/codemod.ts';

const replacement: CodemodOption<string> = {
  name: 'replacement',
  description: 'The name to call instead',
  default: 'fresh',
};

const confidence: CodemodOption<number> = {
  name: 'confidence',
  description: 'How sure to be of each call',
  default: 1,
  range: [0, 1],
};

/**
 * The smallest codemod: calls `fresh` where `stale` was called, and lists where `stale` stands without a call.
 * To call it with an argument is unsafe.
 */
export const freshen: SyntaxCodemod = {
  kind: 'syntax',
  name: 'freshen',
  description: 'Calls `fresh` instead of `stale`',
  rules: [],
  needles: /stale/,
  options: [replacement, confidence],
  plan: planFreshening,
};

function planFreshening({ source }: SyntaxFile, chosen: ChosenOptions): Plan {
  const sites = [...source.text.matchAll(/stale(\(\)?)?/g)].map(({ 0: { length }, 1: call, index: start }) => ({
    call,
    place: { kind: 'stale', start, end: start + length, reason: 'It is stale.' },
  }));
  return {
    changes: sites
      .filter(({ call }) => call !== undefined)
      .map(({ call, place }) => ({
        ...place,
        applicability: call === '()' ? 'safe' : 'unsafe',
        confidence: getOption(chosen, confidence),
        edits: [{ start: place.start, end: place.start + 5, text: getOption(chosen, replacement) }],
        imports: [],
        releases: [],
      })),
    leftovers: sites.filter(({ call }) => call === undefined).map(({ place }) => place),
  };
}
