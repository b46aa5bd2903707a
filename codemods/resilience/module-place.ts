import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ts, type Project } from 'ts-morph';

/** Where the module of policies of a package stands. */
export function findModulePath(folder: string, isTyped: boolean): string {
  const name = isTyped ? 'resilience.ts' : 'resilience.js';
  return existsSync(join(folder, 'src')) ? join(folder, 'src', name) : join(folder, name);
}

/** The names that a module exports already; undefined when it is not there. */
export function findExportedNames(path: string, project: Project): ReadonlySet<string> | undefined {
  const file = project.getSourceFile(path) ?? project.addSourceFileAtPathIfExists(path);
  return file && new Set(file.getExportedDeclarations().keys());
}

/** How a file imports the module: with the ending that its other relative imports have, else as the compiler wants it. */
export function getSpecifier(from: string, modulePath: string, text: string, options: ts.CompilerOptions): string {
  const way = relative(dirname(from), modulePath)
    .split(sep)
    .join('/')
    .replace(/\.\w+$/, '');
  const [statement, ending] = /\bfrom\s+['"]\.{1,2}\/[^'"\n]*?(\.[cm]?[jt]sx?)?['"]/.exec(text) ?? [];
  const { module = ts.ModuleKind.ESNext } = options;
  const needsEnding = module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
  const usual = needsEnding || modulePath.endsWith('.js') ? '.js' : '';
  const written =
    statement === undefined ? usual : ending === undefined ? '' : /^\.[cm]?ts/.test(ending) ? '.ts' : '.js';
  return `${way.startsWith('.') ? way : `./${way}`}${written}`;
}
