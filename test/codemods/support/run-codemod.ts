import { readSettings } from '../../../codemods/engine/audit/read-settings.ts';
import type { SyntaxCodemod } from '../../../codemods/engine/transform/codemod.ts';
import type { ProjectQuestions } from '../../../codemods/engine/transform/project-questions.ts';
import { transformText, type TransformOutcome } from '../../../codemods/engine/transform/transform-text.ts';
import type { CaseOptions } from './case-folder.ts';

/** Runs one syntactic codemod over a text, as a case asks for it. */
export function runCodemod(
  codemod: SyntaxCodemod,
  path: string,
  text: string,
  given: CaseOptions = {},
): TransformOutcome & { readonly status: 'done' } {
  const outcome = transformText(path, text, {
    codemods: [codemod],
    settings: readSettings(given.settings ?? {}),
    project: createAnswers(given.project),
    options: { [codemod.name]: given.options ?? {} },
    decide: ({ applicability }) => (applicability === 'safe' || given.unsafe === true ? 'apply' : 'unsafe'),
  });
  if (outcome.status === 'done') return outcome;
  throw new Error(`${codemod.name} could not work on ${path}: ${JSON.stringify(outcome)}`);
}

function createAnswers({ acceptsErrorOptions, constructors = {} }: CaseOptions['project'] = {}): ProjectQuestions {
  return {
    acceptsErrorOptions: () => acceptsErrorOptions,
    getConstructorShape: (className) => constructors[className],
    usesModules: () => undefined,
  };
}
