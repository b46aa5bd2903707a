import { STATUS_CODES } from 'node:http';

/** The text that an error of a status has when nobody gives it another one. */
export function getPhrase(status: number): string {
  return STATUS_CODES[status] ?? String(status);
}

/** The status that http-errors exports a class for, by the name of the class or by the number: `NotFound`, `404`. */
export function getStatusOfExport(name: string): number | undefined {
  return statuses.get(name);
}

const statuses: ReadonlyMap<string, number> = new Map(
  Object.entries(STATUS_CODES)
    .filter(([status]) => /^[45]/.test(status))
    .flatMap(([status, phrase = '']) => [
      [status, Number(status)],
      [toIdentifier(phrase), Number(status)],
    ]),
);

/** `Not Found` becomes `NotFound`, `I'm a Teapot` `ImATeapot`. */
function toIdentifier(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
    .replace(/\W/g, '');
}
