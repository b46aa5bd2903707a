import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';

/** Reads the HTTP status that a server answered with, as the usual clients keep it on their errors. */
export function readStatus(error: unknown): number | undefined {
  // The status of our own errors is that of our answer; what the upstream answered stands in their details.
  const holders = readCodes(error).length
    ? [readProperty(error, 'details')]
    : [error, readProperty(error, 'response'), readProperty(error, '$metadata')];
  return holders
    .flatMap((holder) =>
      ['status', 'statusCode', 'status_code', 'httpStatusCode'].map((key) => readProperty(holder, key)),
    )
    .find((status): status is number => typeof status === 'number' && status >= 400 && status < 600);
}

/** Reads the headers of the answer, in whatever form the client keeps them. */
export function readHeaders(error: unknown): unknown {
  const response = readProperty(error, 'response');
  return readProperty(error, 'headers') ?? readProperty(error, 'responseHeaders') ?? readProperty(response, 'headers');
}

/** Reads one header of the answer. */
export function readHeader(error: unknown, name: string): string | undefined {
  const headers = readHeaders(error);
  const get = readProperty(headers, 'get');
  try {
    const value: unknown = typeof get === 'function' ? get.call(headers, name) : readProperty(headers, name);
    return typeof value === 'string' ? value : undefined;
  } catch {
    // expected: what only looks like headers may refuse the question.
    return undefined;
  }
}
