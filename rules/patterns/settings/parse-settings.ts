import { catalog as standardCatalog, parseCatalog } from '@octollm/errors/catalog';
import { defaultSettings } from './defaults.ts';
import { messageStyles, type MessageStyle, type OctollmSettings } from './settings.ts';

const listNames = ['errorFactories', 'normalizers', 'loggers', 'reporters', 'guards', 'testGlobs'] as const;
const known: readonly string[] = [...listNames, 'errorModule', 'catalog', 'messageStyle'];

/**
 * Validates `settings.octollm` and completes it. Lists of names extend the defaults; `testGlobs` replaces them.
 *
 * @param input what the configuration holds
 * @param readCatalog reads the JSON file that a `catalog` path names
 * @throws TypeError that names the broken setting, what it holds and what it must hold
 */
export function parseSettings(input: unknown, readCatalog: (path: string) => unknown): OctollmSettings {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw invalid('', input, 'an object such as { errorModule: "@acme/errors" }');
  const given = new Map(Object.entries(input));
  for (const name of given.keys())
    if (!known.includes(name))
      throw new TypeError(`Unknown setting \`settings.octollm.${name}\`: the known ones are ${known.join(', ')}.`);
  const lists = Object.fromEntries(listNames.map((name) => [name, parseList(name, given.get(name))]));
  return {
    ...defaultSettings,
    ...lists,
    errorModule: parseModule(given.get('errorModule')),
    catalog: parseGivenCatalog(given.get('catalog'), readCatalog),
    messageStyle: parseMessageStyle(given.get('messageStyle')),
  };
}

function parseList(name: (typeof listNames)[number], value: unknown): readonly string[] {
  if (value === undefined) return defaultSettings[name];
  if (!Array.isArray(value) || !value.every((item): item is string => typeof item === 'string' && item !== ''))
    throw invalid(name, value, 'a list of names such as ["logger.error"]');
  return name === 'testGlobs' ? value : [...defaultSettings[name], ...value];
}

function parseModule(value: unknown): string {
  if (value === undefined) return defaultSettings.errorModule;
  if (typeof value !== 'string' || value === '')
    throw invalid('errorModule', value, 'a module name such as "@acme/errors"');
  return value;
}

function parseMessageStyle(value: unknown): MessageStyle {
  const style = value === undefined ? defaultSettings.messageStyle : messageStyles.find((known) => known === value);
  if (!style) throw invalid('messageStyle', value, 'one of "concise" and "teaching"');
  return style;
}

function parseGivenCatalog(value: unknown, readCatalog: (path: string) => unknown): OctollmSettings['catalog'] {
  if (value === undefined) return standardCatalog;
  if (typeof value === 'string') return parseCatalog(readCatalog(value));
  if (typeof value === 'object' && value !== null) return parseCatalog(value);
  throw invalid('catalog', value, 'a list of catalogue entries or the path of a JSON file that holds one');
}

function invalid(name: string, value: unknown, expected: string): TypeError {
  const path = name === '' ? 'settings.octollm' : `settings.octollm.${name}`;
  return new TypeError(`Invalid \`${path}\`: it is ${show(value)}, and must be ${expected}.`);
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // expected: a cycle or a bigint cannot be shown as JSON; its type is told instead.
    return typeof value;
  }
}
