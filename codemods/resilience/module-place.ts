import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ts, type Project } from 'ts-morph';

/** Where the module of policies of a package stands: with its sources, unless it is not there and all calls are elsewhere. */
export function findModulePath(folder: string, paths: readonly string[]): string {
  const name = paths.some((path) => !/\.[cm]?jsx?$/.test(path)) ? 'resilience.ts' : 'resilience.js';
  const sources = join(folder, 'src');
  const isAmongSources = existsSync(join(sources, name)) || paths.some((path) => isInside(sources, path));
  return join(isAmongSources ? sources : findSharedFolder(paths, folder), name);
}

/** The deepest folder of a package that holds all of these files. */
function findSharedFolder([first, ...others]: readonly string[], folder: string): string {
  if (first === undefined) return folder;
  let shared = dirname(first);
  while (isInside(folder, shared) && !others.every((path) => isInside(shared, path))) shared = dirname(shared);
  return shared;
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder + sep);
}

/** The names that a module exports already; undefined when it is not there. */
export function findExportedNames(path: string, project: Project): ReadonlySet<string> | undefined {
  const file = project.getSourceFile(path) ?? project.addSourceFileAtPathIfExists(path);
  return file && new Set(file.getExportedDeclarations().keys());
}

const relativeImports = /\bfrom\s+['"]\.{1,2}\/[^'"\n]*?(\.[cm]?[jt]sx?)?['"]/g;

/** How a file imports the module: with the ending that its other relative imports have, else as the compiler wants it. */
export function getSpecifier(from: string, modulePath: string, text: string, options: ts.CompilerOptions): string {
  const way = relative(dirname(from), modulePath)
    .split(sep)
    .join('/')
    .replace(/\.\w+$/, '');
  const others = Array.from(text.matchAll(relativeImports), ([, ending]) => ending);
  // A project without endings has none; one that needs them leaves some out where only a type is meant.
  const ending = others.find((other) => other !== undefined);
  const { module = ts.ModuleKind.ESNext } = options;
  const needsEnding = module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
  const usual = needsEnding || modulePath.endsWith('.js') ? '.js' : '';
  const written = others.length === 0 ? usual : ending === undefined ? '' : /^\.[cm]?ts/.test(ending) ? '.ts' : '.js';
  return `${way.startsWith('.') ? way : `./${way}`}${written}`;
}
