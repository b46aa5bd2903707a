import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { HandlerAnalysis } from './analyze-handler.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';

/** What becomes of an error in a handler as a whole. */
export type Verdict = 'ignored' | 'replaced' | 'logged' | 'logged-blind' | 'handled';

export interface HandlerVerdict {
  readonly verdict: Verdict;
  /** The path that shows it. */
  readonly outcome: Outcome | undefined;
}

const silent: readonly OutcomeKind[] = ['ignored', 'replaced'];
const logging: readonly OutcomeKind[] = ['logged', 'logged-blind'];

/**
 * Sums the paths of a handler up. Paths that only expected errors take (`e.code === 'ENOENT'`) and paths that end in a throw are handled;
 * the rest decides: all silent is a dropped error, silent or logged is a log-only handler, and one path that passes the error on is enough
 * to call it handled (a guard such as `if (this.closed) return` beside it is not worth a report).
 */
export function getVerdict(analysis: HandlerAnalysis): HandlerVerdict {
  if (endsInThrow(analysis.handler)) return { verdict: 'handled', outcome: undefined };
  const open = analysis.outcomes.filter((outcome) => !outcome.isDiscriminated && !isThrown(outcome.kind));
  // `if (strict) throw error; return fallback;`: whoever calls has chosen.
  if (analysis.outcomes.some(({ kind, isDiscriminated }) => isThrown(kind) && !isDiscriminated))
    return { verdict: 'handled', outcome: open[0] };
  const isAll = (kinds: readonly OutcomeKind[]): boolean =>
    open.length > 0 && open.every(({ kind }) => kinds.includes(kind));
  if (isAll(silent)) {
    const replaced = open.find(({ kind }) => kind === 'replaced');
    return replaced ? { verdict: 'replaced', outcome: replaced } : { verdict: 'ignored', outcome: open[0] };
  }
  if (isAll([...silent, ...logging])) {
    const logged = open.find(({ kind }) => kind === 'logged');
    if (logged) return { verdict: 'logged', outcome: logged };
    return { verdict: 'logged-blind', outcome: open.find(({ kind }) => kind === 'logged-blind') };
  }
  return { verdict: 'handled', outcome: open[0] };
}

/** Statement after statement and then a `throw`: no path leaves any other way, whatever the statements do. */
function endsInThrow({ body, isConditional }: ErrorHandler): boolean {
  if (isConditional || body?.type !== 'BlockStatement' || body.body.at(-1)?.type !== 'ThrowStatement') return false;
  return body.body.every(
    ({ type }) => type === 'ExpressionStatement' || type === 'VariableDeclaration' || type === 'ThrowStatement',
  );
}

function isThrown(kind: OutcomeKind): boolean {
  return kind === 'rethrown' || kind === 'wrapped' || kind === 'cause-lost' || kind === 'terminated';
}
