import { ConfigurationError, getErrorMessage } from '@octollm/errors/errors';
import { parseSettings, type OctollmSettings } from 'eslint-plugin-octollm/patterns';

/**
 * Validates and completes what stands under `settings.octollm`; the catalogue must be part of it by now, not a path.
 *
 * @throws ConfigurationError that names the broken setting
 */
export function readSettings(input: unknown): OctollmSettings {
  try {
    return parseSettings(input, (path) => {
      throw new ConfigurationError(`Cannot read the catalogue \`${path}\` here: pass its entries.`);
    });
  } catch (cause) {
    throw new ConfigurationError(getErrorMessage(cause), { cause });
  }
}
