import { applyEdits } from '../edit/apply-edits.ts';
import type { TextEdit } from '../edit/change.ts';
import { inspect } from '../edit/guard.ts';
import { traceForward } from '../edit/trace-offset.ts';
import { selectChanges, type PlannedChange } from '../edit/select-changes.ts';
import { planImportEdits } from '../imports/plan-import-edits.ts';
import type { ParsedSource } from '../source/parse-source.ts';
import type { SyntaxFile } from './codemod.ts';
import type { FilePlan, PlannedLeftover } from './plan-file.ts';
import type { LeftAlone } from './transform-result.ts';
import { getLinesOfChange, type Trail } from './trail.ts';

/** What becomes of a change: it is applied, as it is or with the lines that a person wrote instead, or left out for a reason. */
export type Decision = 'apply' | { readonly lines: string } | 'unsafe' | 'unsure' | 'declined';

export type Decide = (change: PlannedChange) => Decision;

/** One application of what fits together, or why its result must not be written. */
export type Pass =
  | {
      /** Empty when there was nothing to do. */
      readonly accepted: readonly PlannedChange[];
      /** Wanted, but in the way of an accepted one: for the next pass. */
      readonly deferred: readonly PlannedChange[];
      readonly edits: readonly TextEdit[];
      readonly after: ParsedSource;
      readonly damage?: never;
    }
  | { readonly damage: string };

/** Applies those planned changes of a file that are wanted and fit together, with the imports they need, and inspects the result. */
export function applyPass(
  file: SyntaxFile,
  parsed: ParsedSource,
  changes: readonly PlannedChange[],
  decide: Decide,
): Pass {
  const wanted = changes.flatMap((change) => {
    const decision = decide(change);
    if (typeof decision === 'object') return [rewriteLines(parsed.text, change, decision.lines)];
    return decision === 'apply' ? [change] : [];
  });
  const { accepted, deferred } = selectChanges(wanted);
  if (accepted.length === 0) return { accepted, deferred, edits: [], after: parsed };
  const edits = [...accepted.flatMap((change) => change.edits), ...planImportEdits(file, accepted)];
  const { parsed: after, damage } = inspect(file.path, parsed, edits, applyEdits(parsed.text, edits));
  return after ? { accepted, deferred, edits, after } : { damage };
}

/** The change with lines of a person's own: they say all that is to happen there. */
function rewriteLines(text: string, change: PlannedChange, lines: string): PlannedChange {
  const { start, end } = getLinesOfChange(text, change);
  const imports = change.imports.filter(({ local }) => lines.includes(local));
  return { ...change, edits: [{ start, end, text: lines }], imports, releases: [] };
}

/**
 * Lists what a file keeps as it is: changes that were not wanted, and what no codemod decides.
 *
 * @param edits what the text of the plan has become the present one by
 */
export function listLeftAlone(
  trail: Trail,
  { changes, leftovers }: FilePlan,
  decide: Decide,
  edits: readonly TextEdit[],
): LeftAlone[] {
  const toCurrent = (site: PlannedLeftover): PlannedLeftover => ({
    ...site,
    start: traceForward(edits, site.start),
    end: traceForward(edits, site.end),
  });
  const refused = changes.flatMap((change) => {
    const decision = decide(change);
    return decision === 'apply' || typeof decision === 'object' ? [] : [trail.describe(toCurrent(change), decision)];
  });
  return [...refused, ...leftovers.map((leftover) => trail.describe(toCurrent(leftover), 'manual'))];
}
