import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError, getErrorMessage } from '@octollm/errors/errors';
import { isMissing } from '../engine/failure-code.ts';
import { readSettings } from '../engine/audit/read-settings.ts';

export interface SettingsFiles {
  readonly settings?: string;
  readonly catalog?: string;
}

/**
 * Reads the settings of the rules from the files that the command line names; a catalogue that the settings name by its path,
 * relative to the working directory, is read as well, so that every worker gets the entries themselves.
 *
 * @throws ConfigurationError that names the file and what is wrong with it
 */
export function readSettingsInput(files: SettingsFiles, cwd: string): object {
  const settings = files.settings === undefined ? {} : readObject(files.settings, cwd);
  const catalog: unknown = files.catalog ?? ('catalog' in settings ? settings.catalog : undefined);
  const input = typeof catalog === 'string' ? { ...settings, catalog: readJson(catalog, cwd, 'catalogue') } : settings;
  try {
    readSettings(input);
  } catch (cause) {
    const names = [files.settings, typeof catalog === 'string' ? catalog : undefined].filter(
      (name) => name !== undefined,
    );
    throw new ConfigurationError(
      `Cannot use the settings in ${names.map((name) => `\`${name}\``).join(' and ')}: ${getErrorMessage(cause)}`,
      { cause },
    );
  }
  return input;
}

function readObject(path: string, cwd: string): object {
  const value = readJson(path, cwd, 'settings');
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ConfigurationError(
    `Cannot use the settings in \`${path}\`: the file must hold an object such as \`{ "errorModule": "@acme/errors" }\`.`,
  );
}

export function readJson(path: string, cwd: string, what: string): unknown {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), 'utf8');
  } catch (cause) {
    const reason = isMissing(cause) ? 'there is no such file' : getErrorMessage(cause);
    throw new ConfigurationError(`Cannot read the ${what} \`${path}\`: ${reason}.`, { cause });
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new ConfigurationError(`Cannot read the ${what} \`${path}\`: it is no JSON (${getErrorMessage(cause)}).`, {
      cause,
    });
  }
}
