import { classify } from '../classify/classify.ts';
import { readCodes } from '../errors/brand.ts';
import { NetworkError } from '../errors/network-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { OutgoingRequest } from './outgoing-request.ts';

/**
 * Converts what `fetch` rejected with, or what reading a body threw, to an error of the hierarchy: a lost connection to a
 * `NetworkError`, a slow one to a `TimeoutError`, with the rejection as the cause. Anything else, such as a wrong argument,
 * stays as it is.
 */
export function toConnectionError(thrown: unknown, { method, url, host }: OutgoingRequest): unknown {
  if (readCodes(thrown).length > 0) return thrown;
  const { kind } = classify(thrown);
  if (kind === 'transport') {
    return new NetworkError(`${method} ${url} lost its connection`, { cause: thrown, details: { host } });
  }
  if (kind === 'timeout') return new TimeoutError(`${method} ${url} timed out`, { cause: thrown });
  return thrown;
}
