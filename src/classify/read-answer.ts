import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';

/** Reads the HTTP status that a server answered with, as the usual clients keep it on their errors. */
export function readStatus(error: unknown): number | undefined {
  const details = readProperty(error, 'details');
  const response = readProperty(error, 'response');
  // The status of our own errors is that of our answer; what the upstream answered stands in their details.
  const candidates = readCodes(error).length
    ? [readProperty(details, 'status_code')]
    : [
        readProperty(error, 'status'),
        readProperty(error, 'statusCode'),
        readProperty(response, 'status'),
        readProperty(response, 'statusCode'),
        readProperty(readProperty(error, '$metadata'), 'httpStatusCode'),
      ];
  return candidates.find(isFailure);
}

function isFailure(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
}

/** Reads one header of the answer; the name in lower case. */
export function readHeader(error: unknown, name: string): string | undefined {
  const headers =
    readProperty(error, 'headers') ??
    readProperty(error, 'responseHeaders') ??
    readProperty(readProperty(error, 'response'), 'headers');
  const get = readProperty(headers, 'get');
  try {
    const value = typeof get === 'function' ? get.call(headers, name) : readProperty(headers, name);
    return typeof value === 'string' ? value : undefined;
  } catch {
    // expected: headers of somebody else may refuse the question.
    return undefined;
  }
}
