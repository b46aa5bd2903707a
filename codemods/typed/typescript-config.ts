import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ts } from 'ts-morph';

/** A `tsconfig.json` as TypeScript reads it, or what stands in for one. */
export interface TypeScriptConfig {
  /** Absolute; null where no `tsconfig.json` is above the files. */
  readonly path: string | null;
  readonly folder: string;
  readonly options: ts.CompilerOptions;
  /** Absolute paths of the files that it names. */
  readonly files: ReadonlySet<string>;
  /** Absolute paths of the configurations that it refers to. */
  readonly references: readonly string[];
  /** What it holds that TypeScript cannot take, and goes without. */
  readonly notices: readonly string[];
}

/** A configuration without files is one that only refers to others. */
const noInputs: ReadonlySet<number> = new Set([18002, 18003]);

/** Reads a `tsconfig.json` with all that it extends; what is wrong in it becomes a notice. */
export function readTypeScriptConfig(path: string): TypeScriptConfig {
  const folder = dirname(path);
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, folder, undefined, path);
  const problems = [...(error ? [error] : []), ...parsed.errors].filter(({ code }) => !noInputs.has(code));
  return {
    path,
    folder,
    options: toReadOnlyOptions({ ...getDefaultsOfVersion(folder), ...parsed.options }),
    files: new Set(parsed.fileNames),
    references: (parsed.projectReferences ?? []).map((reference) => ts.resolveProjectReferencePath(reference)),
    notices: problems.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  };
}

/** Stands in where there is no `tsconfig.json`: takes JavaScript and TypeScript as a bundler would. */
export function createPlainConfig(folder: string): TypeScriptConfig {
  const options: ts.CompilerOptions = {
    allowJs: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    skipLibCheck: true,
  };
  return { path: null, folder, options: toReadOnlyOptions(options), files: new Set(), references: [], notices: [] };
}

/** Nothing is ever written, so where output would go does not matter; what TypeScript 7 refuses, TypeScript 6 still takes. */
const aboutOutput: ReadonlySet<string> = new Set([
  'composite',
  'incremental',
  'outDir',
  'outFile',
  'rootDir',
  'tsBuildInfoFile',
]);

function toReadOnlyOptions(options: ts.CompilerOptions): ts.CompilerOptions {
  const kept = Object.entries(options).filter(([name]) => !aboutOutput.has(name));
  return { ...Object.fromEntries(kept), noEmit: true, ignoreDeprecations: '6.0' };
}

/**
 * TypeScript 6 changed what holds when an option is not given. A project with an older one means the older defaults:
 * among them `target`, which decides whether built-in errors take options, and the packages whose types are global.
 */
function getDefaultsOfVersion(folder: string): ts.CompilerOptions {
  const major = findMajorVersion(folder);
  if (major === undefined || major >= 6) return {};
  return { target: ts.ScriptTarget.ES5, strict: false, types: ['*'] };
}

function findMajorVersion(folder: string): number | undefined {
  const manifest = join(folder, 'node_modules', 'typescript', 'package.json');
  const version = readVersion(manifest);
  if (version !== undefined) return Number.parseInt(version, 10);
  const parent = dirname(folder);
  return parent === folder ? undefined : findMajorVersion(parent);
}

function readVersion(manifest: string): string | undefined {
  try {
    const { version }: { version?: unknown } = JSON.parse(readFileSync(manifest, 'utf8'));
    return typeof version === 'string' ? version : undefined;
  } catch {
    // expected: TypeScript may be installed in a folder above, or not at all.
    return undefined;
  }
}
