import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError } from '@octollm/errors/errors';
import { parseSettings } from '../patterns/settings/parse-settings.ts';
import type { OctollmSettings } from '../patterns/settings/settings.ts';

interface SettingsHost {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly cwd: string;
}

const absent = {};
const cache = new WeakMap<object, OctollmSettings>();

/** Reads `settings.octollm` of a lint run; each configuration is parsed once. */
export function loadSettings(host: SettingsHost): OctollmSettings {
  const input = host.settings['octollm'] ?? absent;
  if (typeof input !== 'object' || input === null) return parseSettings(input, readCatalog(host.cwd));
  let settings = cache.get(input);
  if (!settings) {
    settings = parseSettings(input, readCatalog(host.cwd));
    cache.set(input, settings);
  }
  return settings;
}

function readCatalog(cwd: string): (path: string) => unknown {
  return (path) => {
    const file = resolve(cwd, path);
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (cause) {
      throw new ConfigurationError(
        `Could not read the error catalogue that settings.octollm.catalog names (${file}): it must be a JSON file with a list of entries.`,
        { cause },
      );
    }
  };
}
