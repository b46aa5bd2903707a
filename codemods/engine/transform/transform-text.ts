import { InternalError } from '@octollm/errors';
import type { OctollmSettings } from 'eslint-plugin-octollm/patterns';
import { applyEdits } from '../edit/apply-edits.ts';
import { inspect } from '../edit/guard.ts';
import { selectChanges, type PlannedChange } from '../edit/select-changes.ts';
import { planImportEdits } from '../imports/plan-import-edits.ts';
import { parseSource, type ParsedSource, type SyntaxProblem } from '../source/parse-source.ts';
import type { OptionsByCodemod } from './codemod-options.ts';
import type { SyntaxCodemod } from './codemod.ts';
import { createSyntaxFile } from './create-syntax-file.ts';
import { planFile, type PlannedLeftover } from './plan-file.ts';
import type { ProjectQuestions } from './project-questions.ts';
import type { AppliedChange, LeftAlone } from './transform-result.ts';
import { createTrail, type Trail } from './trail.ts';

export interface TransformOptions {
  /** In the order of their precedence. */
  readonly codemods: readonly SyntaxCodemod[];
  readonly settings: OctollmSettings;
  readonly project: ProjectQuestions;
  /** What was chosen for each codemod; nothing means the defaults. */
  readonly options?: OptionsByCodemod;
  /** What becomes of a change; all but `apply` leave it out, and say why. */
  readonly decide: (change: PlannedChange) => Decision;
}

export type Decision = 'apply' | 'unsafe' | 'unsure' | 'declined';

/** What the codemods did with one text. */
export type TransformOutcome =
  | {
      readonly status: 'done';
      /** The text with its byte order mark; the very same when nothing was applied. */
      readonly text: string;
      readonly applied: readonly AppliedChange[];
      readonly leftAlone: readonly LeftAlone[];
    }
  | { readonly status: 'unparsable'; readonly problem: SyntaxProblem }
  /** The result would have been damaged, so that all of it was dropped: a defect of a codemod. */
  | { readonly status: 'damaged'; readonly damage: string };

/** One pass may free the way for another: a site inside of a changed one, a class that takes a cause now. */
const mostPasses = 5;

/**
 * Runs syntactic codemods over one text until nothing is left that they want: plans all on one parse, applies what fits together,
 * inspects the result, and plans again on that.
 *
 * @throws InternalError when the codemods do not come to an end
 */
export function transformText(path: string, content: string, options: TransformOptions): TransformOutcome {
  const codemods = options.codemods.filter(({ needles }) => needles.test(content));
  if (codemods.length === 0) return { status: 'done', text: content, applied: [], leftAlone: [] };
  const { parsed: first, problem } = parseSource(path, content);
  if (!first) return { status: 'unparsable', problem };
  const trail = createTrail(first.text);
  let parsed: ParsedSource = first;
  for (let pass = 1; pass <= mostPasses; pass++) {
    const file = createSyntaxFile(path, parsed, options);
    const { changes, leftovers } = planFile(file, codemods, options.options ?? {});
    const { accepted } = selectChanges(changes.filter((change) => options.decide(change) === 'apply'));
    if (accepted.length === 0) {
      const text = first.hasBOM ? `\ufeff${parsed.text}` : parsed.text;
      return {
        status: 'done',
        text,
        applied: trail.applied,
        leftAlone: listLeftAlone(trail, changes, leftovers, options),
      };
    }
    const edits = [...accepted.flatMap((change) => change.edits), ...planImportEdits(file, accepted)];
    const after = applyEdits(parsed.text, edits);
    const { parsed: next, damage } = inspect(path, parsed, edits, after);
    if (!next) return { status: 'damaged', damage };
    trail.addPass(accepted, edits, after);
    parsed = next;
  }
  const names = codemods.map(({ name }) => `\`${name}\``).join(', ');
  throw new InternalError(`${names} still find something to change in \`${path}\` after ${mostPasses} passes.`);
}

function listLeftAlone(
  trail: Trail,
  changes: readonly PlannedChange[],
  leftovers: readonly PlannedLeftover[],
  { decide }: TransformOptions,
): LeftAlone[] {
  const refused = changes.flatMap((change) => {
    const decision = decide(change);
    return decision === 'apply' ? [] : [trail.describe(change, decision)];
  });
  return [...refused, ...leftovers.map((leftover) => trail.describe(leftover, 'manual'))];
}
