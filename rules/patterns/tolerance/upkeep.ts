import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction } from '../source.ts';
import { defaultCleanups, isCleanupStatement } from './cleanup.ts';
import { isLogStatement } from './log-statement.ts';

/** Functions that put things in order after the work. */
const upkeep =
  /^_?#?(?:clean|tidy|teardown|dispose|close|shutdown|stop|destroy|prune|sweep|purge|evict)(?=[A-Z_]|[Uu]p|$)/;

/** Whether a handler answers for putting things in order: a function named for it, or work that leads up to one last cleanup. */
export function isUpkeep({ host, guarded }: ErrorHandler): boolean {
  const owner = getEnclosingFunction(host);
  if (owner && upkeep.test(getFunctionName(owner) ?? '')) return true;
  if (guarded?.type !== 'BlockStatement') return false;
  const last = guarded.body.findLast((statement) => !isLogStatement(statement));
  return last !== undefined && isCleanupStatement(last, defaultCleanups);
}
