import { readProperty } from '../errors/read-property.ts';
import { readHeader } from './read-answer.ts';

/** Reads whether the server, or the client that made the error, says outright to try again or not to. */
export function readDirective(error: unknown): boolean | undefined {
  const header = readHeader(error, 'x-should-retry');
  if (header === 'true' || header === 'false') return header === 'true';
  // Clients derive a `true` from the status, so it adds nothing; a `false` is a decision.
  const isRefused = readProperty(error, 'isRetryable') === false || readProperty(error, 'nonRetryable') === true;
  return isRefused ? false : undefined;
}
