import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Confidence } from './classification.ts';
import type { Finding } from './finding.ts';
import { readStatus } from './read-answer.ts';

const kinds: { readonly [status: number]: ErrorKind } = {
  401: 'unauthenticated',
  402: 'usage_limit',
  403: 'permission_denied',
  404: 'not_found',
  407: 'unauthenticated',
  408: 'timeout',
  409: 'conflict',
  410: 'not_found',
  412: 'failed_precondition',
  425: 'unavailable',
  428: 'failed_precondition',
  429: 'rate_limit',
  499: 'canceled',
  500: 'internal',
  501: 'unimplemented',
  504: 'timeout',
  505: 'unimplemented',
  511: 'unimplemented',
  522: 'timeout',
  524: 'timeout',
  529: 'overloaded',
};

/** Concludes from the HTTP status of the answer. */
export function byStatus(error: unknown): Finding | undefined {
  const status = readStatus(error);
  return status ? fromStatus(status, 'status') : undefined;
}

/** Concludes from a status between 400 and 599, wherever it was read. */
export function fromStatus(status: number, confidence: Confidence): Finding {
  const kind = kinds[status] ?? (status < 500 ? 'invalid_argument' : 'unavailable');
  // With these the server says that it has not begun.
  const sent = [425, 429, 529].includes(status) ? 'no' : 'yes';
  return { kind, status, sent, confidence, ...(status === 500 && { retryable: true }) };
}
