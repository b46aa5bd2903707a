import { readProperty } from '../errors/read-property.ts';
import { formatRetryAfter } from './format-retry-after.ts';
import { readHeader } from './headers.ts';
import type { PublicView } from './public-view.ts';

/**
 * Returns the headers of a response that reports an error: content type, `retry-after` when a wait is known, and
 * `www-authenticate` on 401 when the error names a scheme in its details or brings the header along, as http-errors do.
 */
export function createResponseHeaders(
  thrown: unknown,
  { status, details, retryAfterMs }: PublicView,
  contentType: string,
): Record<string, string> {
  const challenge = details['scheme'] ?? readHeader(Object(readProperty(thrown, 'headers')), 'www-authenticate');
  return {
    'content-type': contentType,
    ...(retryAfterMs !== undefined && { 'retry-after': formatRetryAfter(retryAfterMs) }),
    ...(status === 401 && isHeaderValue(challenge) && { 'www-authenticate': challenge }),
  };
}

/** A line break would start another header. */
function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x20-\x7e]+$/.test(value);
}
