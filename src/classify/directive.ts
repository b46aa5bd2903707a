import { readProperty } from '../errors/read-property.ts';
import type { Finding } from './finding.ts';
import { readHeader } from '../http/headers.ts';
import { findHeaders } from './read-answer.ts';

const langChainMark = Symbol.for('langchain.errors.retryable');

/**
 * Reads whether the server, or the library that made the error, decided outright about another attempt.
 *
 * The AI SDK derives a `true` from the status, so only its `false` is a decision.
 */
export function readDirective(error: unknown): Pick<Finding, 'retryable'> | undefined {
  const header = readHeader(findHeaders(error), 'x-should-retry');
  const isRefused = readProperty(error, 'isRetryable') === false || readProperty(error, 'nonRetryable') === true;
  const mark = isRefused ? false : (readProperty(error, langChainMark) ?? readProperty(error, '$retryable'));
  if (header === 'true' || header === 'false') return { retryable: header === 'true' };
  return mark === undefined ? undefined : { retryable: Boolean(mark) };
}
