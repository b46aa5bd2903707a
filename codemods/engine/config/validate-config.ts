import { ConfigurationError, getErrorMessage } from '@octollm/errors/errors';
import { findNearestNames } from '../audit/nearest-names.ts';
import { readSettings } from '../audit/read-settings.ts';
import type { RegisteredCodemod } from '../migrate/registry.ts';
import type { OptionsByCodemod } from '../transform/codemod-options.ts';
import { readOptions } from '../transform/read-options.ts';
import type { OctollmConfig } from './octollm-config.ts';

/** A configuration of which every part was looked at. */
export interface ValidConfig extends Omit<OctollmConfig, 'codemods' | 'settings'> {
  /** Codemods that were switched off. */
  readonly disabled: readonly string[];
  readonly options: OptionsByCodemod;
  /** As the configuration has them, with the catalogue as a list. */
  readonly settings: object;
}

const keys = ['codemods', 'include', 'exclude', 'settings', 'minimumConfidence', 'formatter', 'verify'] as const;

/**
 * Looks at every part of a configuration.
 *
 * @param readCatalog reads the JSON file that `settings.catalog` names
 * @throws ConfigurationError with the path of the key, what it holds and what it must hold
 */
export async function validateConfig(
  input: unknown,
  registry: readonly RegisteredCodemod[],
  readCatalog: (path: string) => unknown,
): Promise<ValidConfig> {
  if (!isObject(input)) throw invalid('the configuration', input, 'an object such as { codemods: { … } }');
  for (const key of Object.keys(input)) if (!isKey(key)) throw describeUnknown(`key \`${key}\``, key, keys);
  const { include, exclude, formatter, verify, minimumConfidence } = input;
  return {
    ...(include !== undefined && { include: readPatterns('include', include) }),
    ...(exclude !== undefined && { exclude: readPatterns('exclude', exclude) }),
    ...(minimumConfidence !== undefined && { minimumConfidence: readConfidence(minimumConfidence) }),
    ...(formatter !== undefined && { formatter: readFormatter(formatter) }),
    ...(verify !== undefined && { verify: readText('verify', verify, 'a command such as "npm run typecheck"') }),
    settings: readSettingsPart(input['settings'] ?? {}, readCatalog),
    ...(await readCodemods(input['codemods'] ?? {}, registry)),
  };
}

async function readCodemods(
  input: unknown,
  registry: readonly RegisteredCodemod[],
): Promise<Pick<ValidConfig, 'disabled' | 'options'>> {
  if (!isObject(input)) throw invalid('`codemods`', input, 'an object such as { "add-cause": false }');
  const disabled: string[] = [];
  const options: Record<string, OptionsByCodemod[string]> = {};
  for (const [name, chosen] of Object.entries(input)) {
    const known = registry.find((entry) => entry.name === name);
    if (!known)
      throw describeUnknown(
        `codemod \`codemods.${name}\``,
        name,
        registry.map((entry) => entry.name),
      );
    if (chosen === false) disabled.push(name);
    else if (isObject(chosen)) options[name] = readOptions(await known.load(), chosen, `codemods.${name}`);
    else if (chosen !== true) throw invalid(`\`codemods.${name}\``, chosen, 'true, false or an object of options');
  }
  return { disabled, options };
}

function readSettingsPart(input: unknown, readCatalog: (path: string) => unknown): object {
  if (!isObject(input)) throw invalid('`settings`', input, 'an object such as { errorModule: "@acme/errors" }');
  const { catalog } = input;
  const settings = typeof catalog === 'string' ? { ...input, catalog: readCatalog(catalog) } : input;
  try {
    readSettings(settings);
  } catch (cause) {
    throw new ConfigurationError(getErrorMessage(cause).replaceAll('settings.octollm', 'settings'), { cause });
  }
  return settings;
}

function readPatterns(key: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw invalid(`\`${key}\``, value, 'a list of patterns such as ["src/legacy/"]');
  return value.map((pattern: unknown, index) =>
    readText(`${key}[${index}]`, pattern, 'a pattern such as "src/legacy/"'),
  );
}

function readConfidence(value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw invalid('`minimumConfidence`', value, 'a number from 0 to 1');
}

function readFormatter(value: unknown): string {
  const expected = 'a command with {file} in it such as "prettier --stdin-filepath {file}"';
  const command = readText('formatter', value, expected);
  if (command.includes('{file}')) return command;
  throw invalid('`formatter`', value, expected);
}

function readText(path: string, value: unknown, expected: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw invalid(`\`${path}\``, value, expected);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKey(key: string): boolean {
  return keys.some((known) => known === key);
}

function describeUnknown(what: string, name: string, known: readonly string[]): ConfigurationError {
  const [nearest] = findNearestNames(name, known);
  const hint = nearest === undefined ? `the known ones are ${known.join(', ')}.` : `did you mean \`${nearest}\`?`;
  return new ConfigurationError(`Unknown ${what}: ${hint}`);
}

function invalid(what: string, value: unknown, expected: string): ConfigurationError {
  const subject = what.charAt(0).toUpperCase() + what.slice(1);
  return new ConfigurationError(`${subject} is ${show(value)}, and must be ${expected}.`);
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // A cycle or a bigint cannot be shown as JSON; its type is told instead.
    return `a ${typeof value}`;
  }
}
