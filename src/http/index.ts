export { formatRetryAfter } from './format-retry-after.ts';
export { toGatewayStatus } from './gateway-status.ts';
export { readHeader } from './headers.ts';
export type { HeadersLike } from './headers.ts';
export { parseRetryAfter } from './parse-retry-after.ts';
export type { RetryAfter, RetryAfterOptions } from './parse-retry-after.ts';
export { getStatus } from './status-map.ts';
export type { StatusOptions } from './status-map.ts';
