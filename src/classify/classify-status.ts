import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

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
  501: 'unimplemented',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
  505: 'unimplemented',
  511: 'unimplemented',
  520: 'unavailable',
  521: 'unavailable',
  522: 'timeout',
  523: 'unavailable',
  524: 'timeout',
  529: 'overloaded',
};

/** The server says with these that it has not begun: too early, too many requests, overloaded. */
const refused: readonly number[] = [425, 429, 529];

/** Classifies by the HTTP status of the answer. */
export function classifyStatus({ status }: Evidence): Finding | undefined {
  return status === undefined ? undefined : fromStatus(status, 'status');
}

/** Returns what a status from 400 to 599 means, wherever it was read. */
export function fromStatus(status: number, confidence: Finding['confidence']): Finding {
  const kind = kinds[status] ?? (status < 500 ? 'invalid_argument' : 'internal');
  const retryable = kind === 'internal' || undefined;
  return { kind, retryable, sent: refused.includes(status) ? 'no' : 'yes', confidence, rule: `status ${status}` };
}
