import { CallScope } from '../pipeline/call-scope.ts';
import type { Permit } from './circuit-breaker.ts';
import type { Gate } from './gate.ts';
import { ignoredCall, type Judge } from './judge.ts';
import type { CallReport, Ticket } from './store/breaker-store.ts';

/** Returns the permit of an admitted call; its time runs from now on. */
export function createPermit(ticket: Ticket, gate: Gate, judge: Judge): Permit {
  const startMs = judge.start();
  const scope = new CallScope();
  let isReported = false;
  const report = async (createReport: () => CallReport): Promise<void> => {
    if (isReported) return;
    isReported = true;
    await gate.record(ticket, createReport());
  };
  return {
    isAdmitted: true,
    success: () => report(() => judge.success(undefined, startMs)),
    failure: (error) => report(() => judge.failure(error, startMs, scope)),
    ignore: () => report(() => ignoredCall),
  };
}
