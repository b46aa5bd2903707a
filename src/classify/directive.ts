import { readProperty } from '../errors/read-property.ts';
import { readHeader } from '../http/headers.ts';
import type { Finding } from './finding.ts';
import { findHeaders } from './read-answer.ts';

/** Holds a decision about another attempt that no rule may overrule. */
export type Directive = Pick<Finding, 'retryable'>;

/** Reads what the server orders about another attempt, as OpenAI and Anthropic do. */
export function readServerDirective(error: unknown): Directive | undefined {
  const header = readHeader(findHeaders(error), 'x-should-retry');
  return header === 'true' || header === 'false' ? { retryable: header === 'true' } : undefined;
}

const langChainMark = Symbol.for('langchain.errors.retryable');

/**
 * Reads what the library that made the error decided about another attempt: the AI SDK, Temporal, LangChain, AWS.
 *
 * The AI SDK derives a `true` from the status, so only its `false` is a decision.
 */
export function readLibraryDirective(error: unknown): Directive | undefined {
  if (readProperty(error, 'isRetryable') === false || readProperty(error, 'nonRetryable') === true) {
    return { retryable: false };
  }
  const mark = readProperty(error, langChainMark) ?? readProperty(error, '$retryable');
  return mark === undefined ? undefined : { retryable: Boolean(mark) };
}
