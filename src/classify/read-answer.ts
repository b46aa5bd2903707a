import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';
import type { HeadersLike } from '../http/headers.ts';

/** Reads the HTTP status that a server answered with, as the usual clients keep it on their errors. */
export function readStatus(error: unknown): number | undefined {
  // The status of our own errors is that of our answer; what the upstream answered stands in their details.
  const holders = readCodes(error).length
    ? [readProperty(error, 'details')]
    : [error, readProperty(error, 'response'), readProperty(error, '$metadata')];
  return readEach(holders, ['status', 'statusCode', 'status_code', 'httpStatusCode']).find(
    (status): status is number => typeof status === 'number' && status >= 400 && status < 600,
  );
}

/** Finds the headers of the answer where the usual clients keep them. */
export function findHeaders(error: unknown): HeadersLike {
  const holders = [error, readProperty(error, 'response')];
  const headers = readEach(holders, ['headers', 'responseHeaders']).find(Boolean);
  // Whatever is found there: who reads a header looks at each form and gives up on the rest.
  return headers as HeadersLike;
}

function readEach(holders: readonly unknown[], keys: readonly string[]): unknown[] {
  return holders.flatMap((holder) => keys.map((key) => readProperty(holder, key)));
}
