import type { TSESTree } from '@typescript-eslint/types';
import {
  getAnnotation,
  getErrorParameter,
  getUncheckedError,
  hasCommentBetween,
  isBareParameter,
  isTypeScriptFile,
  isWithin,
  type ErrorHandler,
  type Node,
  type Source,
  type UncheckedError,
} from 'eslint-plugin-octollm/patterns';
import type { Change, Leftover, Plan, TextEdit } from './engine/edit/change.ts';
import { getOption, type ChosenOptions, type CodemodOption } from './engine/transform/codemod-options.ts';
import type { SyntaxCodemod, SyntaxFile } from './engine/transform/codemod.ts';
import { findMentions } from './narrowing/mentions.ts';
import { narrowHandler, type Narrowing } from './narrowing/narrow-handler.ts';
import { uncheckedNeedles } from './narrowing/unchecked-needles.ts';

const messageHelper: CodemodOption<string> = {
  name: 'messageHelper',
  description:
    'What makes text of an error: `auto` takes a function of the file, or `getErrorMessage` where the file imports the runtime; `runtime` imports it; `inline` tests in place.',
  default: 'auto',
  choices: ['auto', 'inline', 'runtime'],
};

/** Types the errors that handlers receive as `unknown`, with the tests that their bodies need. */
export const catchAnyToUnknown: SyntaxCodemod = {
  kind: 'syntax',
  hasIndependentSites: true,
  name: 'catch-any-to-unknown',
  description: 'Types caught errors as `unknown` instead of `any` and narrows them where the handler reads from them.',
  rules: ['no-any-in-handler'],
  needles: uncheckedNeedles,
  options: [messageHelper],
  plan,
};

/** One handler whose error nothing checks. */
interface Site {
  readonly handler: ErrorHandler;
  readonly parameter: Node;
  readonly unchecked: UncheckedError;
}

function plan(file: SyntaxFile, chosen: ChosenOptions): Plan {
  const changes: Change[] = [];
  const leftovers: Leftover[] = [];
  const constants: { readonly body: Node; readonly name: string }[] = [];
  for (const site of findSites(file)) {
    const around = constants.filter(({ body }) => isWithin(site.parameter, body));
    const outcome = planSite(file, site, {
      messageHelper: getOption(chosen, messageHelper),
      reserved: new Set(around.map(({ name }) => name)),
    });
    if ('reason' in outcome) leftovers.push(outcome);
    else {
      changes.push(outcome.change);
      const { body } = site.handler;
      if (body) constants.push(...outcome.constants.map((name) => ({ body, name })));
    }
  }
  return { changes, leftovers };
}

function findSites({ handlers, path }: SyntaxFile): Site[] {
  const isTypeScript = isTypeScriptFile(path);
  const sites = new Map<Node, Site>();
  for (const handler of handlers) {
    const parameter = getErrorParameter(handler);
    const unchecked = parameter ? getUncheckedError(handler, parameter, isTypeScript) : undefined;
    if (parameter && unchecked && !sites.has(parameter)) sites.set(parameter, { handler, parameter, unchecked });
  }
  return [...sites.values()];
}

function planSite(
  file: SyntaxFile,
  { handler, parameter, unchecked }: Site,
  choice: { readonly messageHelper: string; readonly reserved: ReadonlySet<string> },
): { readonly change: Change; readonly constants: readonly string[] } | Leftover {
  const [start, end] = parameter.range;
  const leave = (kind: string, reason: string): Leftover => ({ kind, start, end, reason });
  if (parameter.type !== 'Identifier')
    return leave(
      'destructured',
      'The error is taken apart where it is received: give it a name, then test what it is.',
    );
  const { name } = parameter;
  if (unchecked === 'typed')
    return leave('typed', `\`${name}\` can be anything that was thrown: type it \`unknown\` and test what it is.`);
  const mentions = findMentions(file.source, handler);
  if (!mentions)
    return leave('written', `\`${name}\` gets another value in the handler: use a second variable for that.`);
  const narrowing = narrowHandler(file, handler, mentions, choice);
  if ('what' in narrowing)
    return leave(
      'unclear',
      `\`${narrowing.subject}\` ${narrowing.what}: test there what \`${name}\` is, then type it \`unknown\`.`,
    );
  const edits = [annotate(file.source, handler, parameter), ...narrowing.edits];
  if (edits.some((edit) => hasCommentBetween(file.source, edit.start, edit.end)))
    return leave('comment', 'A comment stands where the text has to change: move it first.');
  const change: Change = {
    kind: getKind(narrowing),
    start,
    end,
    applicability: narrowing.isNarrower ? 'unsafe' : 'safe',
    confidence: getConfidence(narrowing),
    reason: explain(name, narrowing),
    edits,
    imports: narrowing.imports,
    releases: [],
  };
  return { change, constants: narrowing.constants };
}

function annotate(source: Source, handler: ErrorHandler, parameter: TSESTree.Identifier): TextEdit {
  const [start, end] = (getAnnotation(parameter) ?? parameter).range;
  if (getAnnotation(parameter)) return { start, end, text: 'unknown' };
  if (isBareParameter(handler, parameter, source.text)) return { start, end, text: `(${parameter.name}: unknown)` };
  return { start: end, end, text: ': unknown' };
}

function getKind({ properties, isMadeError }: Narrowing): string {
  if (properties.length > 0) return `narrow-${properties.join('-')}`;
  return isMadeError ? 'make-error' : 'annotate';
}

function getConfidence({ isCertain, isNarrower, isMadeError, properties }: Narrowing): number {
  if (isNarrower) return 0.7;
  if (!isCertain || isMadeError) return 0.85;
  return properties.length > 0 ? 0.95 : 1;
}

function explain(name: string, { properties, isNarrower, isMadeError }: Narrowing): string {
  if (properties.length === 0 && isMadeError) return `An error is wanted of \`${name}\`, which may be anything.`;
  if (properties.length === 0) return `Nothing in the handler needs to know what \`${name}\` is.`;
  const read = properties.map((property) => `\`${property}\``).join(', ');
  if (isNarrower) return `The handler reads ${read}, now only where it is what the handler takes it for.`;
  return `The handler reads ${read}, now only where \`${name}\` has it.`;
}
