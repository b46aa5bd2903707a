import { InvalidInputError } from '@octollm/errors/errors';
import { readSettings } from '../engine/audit/read-settings.ts';
import type { ChosenOptions } from '../engine/transform/codemod-options.ts';
import type { SyntaxCodemod } from '../engine/transform/codemod.ts';
import { unknownProject } from '../engine/transform/project-questions.ts';
import { readOptions } from '../engine/transform/read-options.ts';
import type { LeftAlone } from '../engine/transform/transform-result.ts';
import { transformText, type TransformOutcome } from '../engine/transform/transform-text.ts';

/** What jscodeshift calls for each file: gives the new text, or undefined when the file stays as it is. */
export type Transform = (
  file: { readonly path: string; readonly source: string },
  api: { readonly report?: (message: string) => void },
  options?: Readonly<Record<string, unknown>>,
) => string | undefined;

/**
 * Makes of a codemod a transform that jscodeshift's own command runs, and whatever runs such transforms.
 *
 * It takes `--unsafe=true`, `--settings` with the JSON of `settings.octollm`, and the options of the codemod; jscodeshift's parser and
 * printer have no part in it. Sites that it leaves are reported one by one.
 *
 * @returns a function that throws where the file does not parse or an option is wrong, which jscodeshift counts as an error
 */
export function toTransform(codemod: SyntaxCodemod): Transform {
  return ({ path, source }, api, options = {}) => {
    const outcome = transformText(path, source, {
      codemods: [codemod],
      settings: readSettings(options['settings'] ?? {}),
      project: unknownProject,
      options: { [codemod.name]: pickOptions(codemod, options) },
      decide: ({ applicability }) => (applicability === 'safe' || options['unsafe'] === true ? 'apply' : 'unsafe'),
    });
    if (outcome.status !== 'done') throw new InvalidInputError(`${path} stays as it is: ${describeFailure(outcome)}.`);
    for (const site of outcome.leftAlone) api.report?.(describeSite(site));
    return outcome.text === source ? undefined : outcome.text;
  };
}

/** The command line mixes the options of jscodeshift with those of the codemod. */
function pickOptions(codemod: SyntaxCodemod, options: Readonly<Record<string, unknown>>): ChosenOptions {
  const names = new Set(codemod.options?.map(({ name }) => name));
  const own = Object.entries(options).filter(([name]) => names.has(name));
  return readOptions(codemod, Object.fromEntries(own), codemod.name);
}

function describeFailure(outcome: Exclude<TransformOutcome, { readonly status: 'done' }>): string {
  if (outcome.status === 'damaged') return outcome.damage;
  const { line, column, reason } = outcome.problem;
  return `it does not parse at ${line}:${column} (${reason})`;
}

function describeSite({ cause, reason, place: { line, column } }: LeftAlone): string {
  const what = cause === 'unsafe' ? 'held back as unsafe (--unsafe=true makes the change)' : 'left alone';
  return `${line}:${column} ${what}: ${reason}`;
}
