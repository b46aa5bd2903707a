import { ConfigurationError, getErrorMessage } from '@octollm/errors/errors';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { defineConfig } from '../engine/config/octollm-config.ts';
import { createPathFilter, type PathFilter } from '../engine/config/path-filter.ts';
import { validateConfig, type ValidConfig } from '../engine/config/validate-config.ts';
import { registry as allCodemods, type RegisteredCodemod } from '../engine/migrate/registry.ts';
import { readJson } from './read-settings-input.ts';

/** A configuration, and where it came from. */
export interface LoadedConfig extends Omit<ValidConfig, 'disabled'> {
  /** Absolute path of the file; undefined when there is none. */
  readonly file: string | undefined;
  /** Names of the codemods that were not switched off; undefined when all are on. */
  readonly enabled: readonly string[] | undefined;
  /** Lets through what `include` and `exclude` let through. */
  readonly accepts: PathFilter;
}

const names = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'json'].map((ending) => `octollm.config.${ending}`);

const noConfig: LoadedConfig = {
  file: undefined,
  enabled: undefined,
  options: {},
  settings: {},
  accepts: () => true,
};

/**
 * Reads `octollm.config.ts` from the working directory or the nearest folder above it; the root of the working tree is the last
 * that is looked at.
 *
 * @param path a file to read instead, relative to the working directory
 * @throws ConfigurationError that names the file and what is wrong with it
 */
export async function readConfig(
  cwd: string,
  path?: string,
  registry: readonly RegisteredCodemod[] = allCodemods,
): Promise<LoadedConfig> {
  const file = path === undefined ? findConfig(cwd) : resolve(cwd, path);
  if (file === undefined) return noConfig;
  const shown = relative(cwd, file);
  const input = await load(file, shown, cwd);
  const folder = dirname(file);
  try {
    const { disabled, ...config } = await validateConfig(input, registry, (catalog) =>
      readJson(catalog, folder, 'catalogue'),
    );
    const enabled = registry.map(({ name }) => name).filter((name) => !disabled.includes(name));
    return {
      ...config,
      file,
      enabled: disabled.length > 0 ? enabled : undefined,
      accepts: createPathFilter(folder, config),
    };
  } catch (cause) {
    throw new ConfigurationError(`Cannot use the configuration \`${shown}\`: ${getErrorMessage(cause)}`, { cause });
  }
}

function findConfig(cwd: string): string | undefined {
  const here = names.map((name) => join(cwd, name)).find((file) => existsSync(file));
  if (here !== undefined) return here;
  const parent = dirname(cwd);
  return parent === cwd || existsSync(join(cwd, '.git')) ? undefined : findConfig(parent);
}

async function load(file: string, shown: string, cwd: string): Promise<unknown> {
  if (file.endsWith('.json')) return readJson(shown, cwd, 'configuration');
  if (!existsSync(file))
    throw new ConfigurationError(`Cannot read the configuration \`${shown}\`: there is no such file.`);
  // A project that runs octollm without having installed it can still write `import { defineConfig } from '@octollm/codemods'`.
  const virtualModules = { '@octollm/codemods': { defineConfig } };
  const { createJiti } = await import('jiti');
  const jiti = createJiti(file, { fsCache: false, moduleCache: false, virtualModules });
  try {
    return await jiti.import(file, { default: true });
  } catch (cause) {
    throw new ConfigurationError(`Cannot read the configuration \`${shown}\`: ${getErrorMessage(cause)}`, { cause });
  }
}
