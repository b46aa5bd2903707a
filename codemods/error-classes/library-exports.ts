import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Project } from 'ts-morph';
import { findPackageFolder } from '../typed/package-folder.ts';
import type { ErrorClass } from './error-class.ts';

/** Tells whether users of a published package may know a class. */
export interface LibraryExports {
  readonly has: (errorClass: ErrorClass) => boolean;
}

/** Reads the packages of a project once each. */
export function createLibraryExports(project: Project): LibraryExports {
  const libraries = new Map<string, Library | undefined>();
  const findLibrary = (path: string): Library | undefined => {
    const folder = findPackageFolder(dirname(path));
    if (folder === undefined) return undefined;
    if (!libraries.has(folder)) libraries.set(folder, readLibrary(folder, project));
    return libraries.get(folder);
  };
  return {
    has: ({ node, path, name }) => {
      const library = findLibrary(path);
      if (!library) return false;
      if (library.exported) return library.exported.has(`${path} ${node.getStart()}`);
      // Where the entry cannot be found among the sources, whatever leaves its file may leave the package.
      return new RegExp(`\\bexport\\b[^;]*\\b${name.replace(/\$/g, '\\$')}\\b`).test(
        node.getSourceFile().getFullText(),
      );
    },
  };
}

interface Library {
  /** Places of the classes that its entries export; undefined when no entry was found among the sources. */
  readonly exported: ReadonlySet<string> | undefined;
}

/** A package that is private, or that nobody can import, is an application. */
function readLibrary(folder: string, project: Project): Library | undefined {
  const manifest = readManifest(join(folder, 'package.json'));
  const targets = ['exports', 'main', 'module', 'types'].flatMap((field) => listTargets(manifest[field]));
  if (manifest['private'] === true || targets.length === 0) return undefined;
  const entries = targets
    .flatMap((target) => listSources(folder, target))
    .map((path) => project.getSourceFile(path))
    .filter((file) => file !== undefined);
  if (entries.length === 0) return { exported: undefined };
  const places = entries
    .flatMap((file) => [...file.getExportedDeclarations().values()].flat())
    .map((declaration) => `${declaration.getSourceFile().getFilePath()} ${declaration.getStart()}`);
  return { exported: new Set(places) };
}

function readManifest(path: string): Readonly<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? { ...manifest } : {};
  } catch {
    // expected: a manifest that nobody can read describes no library.
    return {};
  }
}

/** Every file that a field such as `exports` leads to, under any condition. */
function listTargets(field: unknown): string[] {
  if (typeof field === 'string') return [field];
  return typeof field === 'object' && field !== null ? Object.values(field).flatMap(listTargets) : [];
}

/** What a built file may have been built from: `dist/esm/index.js` from `src/index.ts`. */
function listSources(folder: string, target: string): string[] {
  const stem = target.replace(/^\.\//, '').replace(/\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/, '');
  const segments = stem.split('/');
  const tails = segments.slice(0, 3).map((_, index) => segments.slice(index).join('/'));
  const stems = tails.flatMap((tail) => [tail, `src/${tail}`, `source/${tail}`, `lib/${tail}`]);
  return [...new Set(stems)].flatMap((base) => sourceEndings.map((ending) => join(folder, base + ending)));
}

const sourceEndings: readonly string[] = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs'];
