import { readCodes } from '../../errors/brand.ts';
import { readProperty } from '../../errors/read-property.ts';
import { parseJson } from './parse-json.ts';

/**
 * Reads the error objects that a server sent, the innermost first, from wherever the usual clients keep them; the error
 * itself comes last, because some clients copy the fields onto it and an event of a stream is thrown as it is. Our own errors
 * are no answers: their status and their code are ours.
 */
export function readBodies(error: unknown): readonly unknown[] {
  if (readCodes(error).length > 0) return [];
  const answers = [
    readProperty(error, 'error'),
    readProperty(error, 'data'),
    readProperty(readProperty(error, 'response'), 'data'),
    parseJson(readProperty(error, 'responseBody')),
    parseJson(readProperty(error, 'message')),
    parseJson(error),
    error,
  ];
  return answers
    .flatMap((answer) => [readProperty(answer, 'error'), answer])
    .filter((body) => typeof body === 'object' && body !== null);
}

/** Reads what a body says in words. */
export function readBodyMessage(body: unknown): string | undefined {
  const message = readProperty(body, 'message');
  return typeof message === 'string' && message.trim() !== '' ? message.trim() : undefined;
}

/** Reads the codes of a body: OpenAI's `code`, Anthropic's `type`, Google's `status` and reasons, Amazon's `name`. */
export function readBodyCodes(body: unknown): readonly string[] {
  const details = readProperty(body, 'details');
  const inner = readProperty(body, 'innererror');
  const reasons = [0, 1, 2, 3].map((index) => readProperty(readProperty(details, index), 'reason'));
  const codes = ['code', 'type', 'status', 'reason', '__type', 'name'].map((key) => readProperty(body, key));
  return (
    [...codes, readProperty(inner, 'code'), ...reasons]
      .filter((code) => typeof code === 'string')
      // Only Amazon's names are codes; other clients name their classes as other providers name their codes.
      .filter((code) => code !== readProperty(body, 'name') || code.endsWith('Exception'))
      .map((code) => code.slice(code.lastIndexOf('#') + 1))
  );
}

/** Reads the HTTP status that a body repeats, which is all there is of it inside a stream. */
export function readBodyStatus(body: unknown): number | undefined {
  return ['code', 'status', 'status_code']
    .map((key) => readProperty(body, key))
    .find((code): code is number => typeof code === 'number' && code >= 400 && code < 600);
}
