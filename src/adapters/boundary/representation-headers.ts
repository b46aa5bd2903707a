/**
 * Lists the headers that describe the body which failed, and how long to keep it: they must not end up on the response
 * that reports the failure. Everything else, such as CORS headers and request ids, stays.
 */
export const representationHeaders = [
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-location',
  'content-range',
  'content-type',
  'etag',
  'expires',
  'last-modified',
  'transfer-encoding',
] as const;
