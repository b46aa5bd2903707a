import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';
import type { TypeScriptConfig } from './typescript-config.ts';

/** Where TypeScript finds the module of the hierarchy. */
export interface ErrorModule {
  /** The file that declares its classes. */
  readonly path: string;
  /** What a project that has not installed it yet needs among its `paths`. */
  readonly paths?: Readonly<Record<string, string[]>>;
}

const runtimePackage = '@octollm/errors';

/** Finds the module of the hierarchy as the project sees it; the runtime package that is not installed there yet, as we see it. */
export function findErrorModule(name: string, { folder, options }: TypeScriptConfig): ErrorModule | undefined {
  const installed = resolve(name, join(folder, 'index.ts'), options);
  if (installed !== undefined) return { path: installed };
  if (name !== runtimePackage) return undefined;
  const path = resolve(name, fileURLToPath(import.meta.url), {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ['@octollm/source'],
  });
  if (path === undefined) return undefined;
  const folderOfPaths = path.replace(/[^/]*$/, '');
  return { path, paths: { [name]: [path], [`${name}/*`]: [`${folderOfPaths}*/index`] } };
}

function resolve(name: string, from: string, options: ts.CompilerOptions): string | undefined {
  return ts.resolveModuleName(name, from, options, ts.sys).resolvedModule?.resolvedFileName;
}
