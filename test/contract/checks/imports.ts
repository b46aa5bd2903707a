import { posix } from 'node:path';
import { parseSync, type ParseResult } from 'oxc-parser';
import type { SourceFile } from './tree.ts';

interface Floor {
  readonly folder: string;
  /** Modules that may be imported beside the floor's own files. */
  readonly modules: RegExp;
  /** Modules of which only types may be imported. */
  readonly types?: RegExp;
}

/** The most specific folder comes first: the patterns are the part of the first floor that knows no linter. */
const floors: readonly Floor[] = [
  { folder: 'src', modules: /^node:/ },
  {
    folder: 'rules/patterns',
    modules: /^(?:@octollm\/errors(?:\/\w+)?|picomatch)$/,
    types: /^@typescript-eslint\/utils$/,
  },
  {
    folder: 'rules',
    modules: /^(?:node:.*|@octollm\/errors(?:\/\w+)?|picomatch|@typescript-eslint\/utils\/(?:eslint|ast)-utils)$/,
    types: /^@typescript-eslint\/utils(?:\/json-schema)?$/,
  },
  { folder: 'codemods', modules: /^(?!@octollm\/codemods|eslint$|typescript-eslint$|vitest$)[^.]/ },
];

/** Lists the imports that leave their floor, go upwards, or bring ESLint into the patterns. */
export function findForbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const floor = floors
      .filter(({ folder }) => file.path.startsWith(`${folder}/`))
      .sort((one, other) => other.folder.length - one.folder.length)[0];
    if (!floor) return [];
    return getImports(file)
      .filter((found) => !isAllowed(file, floor, found))
      .map(({ specifier }) => `${file.path} imports ${specifier}`);
  });
}

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
}

function isAllowed(file: SourceFile, floor: Floor, { specifier, isType }: Import): boolean {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(file.path), specifier);
    return target.startsWith(`${floor.folder}/`) && target.endsWith('.ts');
  }
  return floor.modules.test(specifier) || (isType && floor.types?.test(specifier) === true);
}

function getImports(file: SourceFile): Import[] {
  const { module } = parseSync(file.path, file.text);
  return [...getStaticImports(module), ...getReExports(module), ...getDynamicImports(file, module)];
}

function getStaticImports({ staticImports }: ParseResult['module']): Import[] {
  return staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
}

function getReExports({ staticExports }: ParseResult['module']): Import[] {
  return staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ specifier: moduleRequest.value, isType }] : [])),
  );
}

function getDynamicImports(file: SourceFile, { dynamicImports }: ParseResult['module']): Import[] {
  return dynamicImports.flatMap(({ moduleRequest }) => {
    const text = file.text.slice(moduleRequest.start, moduleRequest.end);
    // A path that is put together at run time cannot be read here.
    return /^['"]/.test(text) ? [{ specifier: text.slice(1, -1), isType: false }] : [];
  });
}
