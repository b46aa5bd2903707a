import { getErrorMessage } from '../errors/get-error-message.ts';
import { redactText } from '../serialize/redact.ts';

/** Puts a failure and its causes into words for a log, without their secrets. */
export function describeFailure(thrown: unknown): string {
  return redactText(getErrorMessage(thrown, { withCauses: true }));
}
