import { InternalError } from '@octollm/errors/errors';
import type { PlannedChange } from '../edit/select-changes.ts';
import { parseSource, type ParsedSource, type SyntaxProblem } from '../source/parse-source.ts';
import { applyPass, listLeftAlone, type Decide, type Decision } from './apply-pass.ts';
import type { OptionsByCodemod } from './codemod-options.ts';
import type { SyntaxCodemod } from './codemod.ts';
import { createSyntaxFile, type FileSurroundings } from './create-syntax-file.ts';
import { planFile } from './plan-file.ts';
import type { AppliedChange, LeftAlone } from './transform-result.ts';
import { createTrail } from './trail.ts';

export interface TransformOptions extends FileSurroundings {
  /** In the order of their precedence. */
  readonly codemods: readonly SyntaxCodemod[];
  /** What was chosen for each codemod; nothing means the defaults. */
  readonly options?: OptionsByCodemod;
  /** What becomes of a change; the preview is how reports would describe it. */
  readonly decide: (change: PlannedChange, preview: () => AppliedChange) => Decision;
}

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
export const mostPasses: number = 5;

/**
 * Runs syntactic codemods over one text until nothing is left that they want: plans all on one parse, applies what fits together,
 * inspects the result, and plans again on that where more may come of it.
 *
 * @throws InternalError when the codemods do not come to an end
 */
export function transformText(path: string, content: string, options: TransformOptions): TransformOutcome {
  const codemods = options.codemods.filter(({ needles }) => needles.test(content, path));
  if (codemods.length === 0) return { status: 'done', text: content, applied: [], leftAlone: [] };
  const { parsed: first, problem } = parseSource(path, content);
  if (!first) return { status: 'unparsable', problem };
  const trail = createTrail(first.text);
  // Several codemods can lead to sites of each other.
  const isAlone = codemods.length === 1 && codemods[0]?.hasIndependentSites === true;
  const decide: Decide = (change) => options.decide(change, () => trail.preview(change));
  let parsed: ParsedSource = first;
  for (let count = 1; count <= mostPasses; count++) {
    const file = createSyntaxFile(path, parsed, options);
    const plan = planFile(file, codemods, options.options ?? {});
    const pass = applyPass(file, parsed, plan.changes, decide);
    if (pass.damage !== undefined) return { status: 'damaged', damage: pass.damage };
    const { accepted, deferred, edits, after } = pass;
    if (accepted.length > 0) trail.addPass(accepted, edits, after.text);
    if (accepted.length === 0 || (isAlone && deferred.length === 0)) {
      const text = first.hasBOM ? `\ufeff${after.text}` : after.text;
      return { status: 'done', text, applied: trail.applied, leftAlone: listLeftAlone(trail, plan, decide, edits) };
    }
    parsed = after;
  }
  const names = codemods.map(({ name }) => `\`${name}\``).join(', ');
  throw new InternalError(`${names} still find something to change in \`${path}\` after ${mostPasses} passes.`);
}
