import type { Severity } from '../catalog/catalog-entry.ts';
import { severities } from '../catalog/catalog-entry.ts';
import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';

/**
 * Returns how urgent a thrown value is: what an error of the hierarchy says of itself, `debug` for the `AbortError` of the
 * platform, because somebody wanted the end, and `error` for anything else. Only an error that says so is `critical`: one
 * failed request, however surprising, does not end the process.
 *
 * @param thrown The value that was caught.
 */
export function getSeverity(thrown: unknown): Severity {
  const own = readCodes(thrown).length > 0 ? readProperty(thrown, 'severity') : undefined;
  const fallback = readProperty(thrown, 'name') === 'AbortError' ? 'debug' : 'error';
  return severities.find((severity) => severity === own) ?? fallback;
}
