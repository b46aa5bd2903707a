import type { Classification } from '../classify/classification.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import type { BatchStopper } from './batch-stopper.ts';
import type { StopConditions } from './stop-conditions.ts';

/** Creates what is told each failure and stops the batch when a condition holds. */
export function createFailureWatch(
  { stopOn = [], maxFailures = Infinity, classify = classifyStructure }: StopConditions,
  stopper: BatchStopper,
): (error: unknown) => void {
  const decides = typeof stopOn === 'function' ? stopOn : ({ kind }: Classification) => stopOn.includes(kind);
  let failures = 0;

  return (error) => {
    failures += 1;
    try {
      if (decides(classify(error), error)) stopper.end('condition', error);
      else if (failures > maxFailures) stopper.end('failures', error);
    } catch (thrown) {
      // A condition that throws must not lose what the batch has done; that it could not decide is a reason to stop.
      stopper.end('condition', thrown);
    }
  };
}
