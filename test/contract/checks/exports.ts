import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import codemodsManifest from '../../../codemods/package.json' with { type: 'json' };
import rulesManifest from '../../../rules/package.json' with { type: 'json' };
import sourceManifest from '../../../src/package.json' with { type: 'json' };
import { repository } from './tree.ts';

/**
 * Reads what can be imported from each of our packages' entries: names, and `Name.member` for what classes and interfaces
 * declare.
 */
export function readExports(): Map<string, Set<string>> {
  const entries = listEntries();
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      allowImportingTsExtensions: true,
      customConditions: ['@octollm/source'],
      noEmit: true,
    },
  );
  const checker = program.getTypeChecker();
  return new Map(
    entries.map(({ module, file }) => {
      const source = program.getSourceFile(file);
      const symbol = source && checker.getSymbolAtLocation(source);
      const exported = symbol ? checker.getExportsOfModule(symbol) : [];
      return [module, new Set(exported.flatMap((one) => [one.name, ...listMembers(one, checker)]))];
    }),
  );
}

function listEntries(): { readonly module: string; readonly file: string }[] {
  return [
    { folder: 'src', manifest: sourceManifest },
    { folder: 'rules', manifest: rulesManifest },
    { folder: 'codemods', manifest: codemodsManifest },
  ].flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports).flatMap(([name, entry]) =>
      typeof entry === 'string'
        ? []
        : expandPattern(join(repository, folder), manifest.name + name.slice(1), entry['@octollm/source']),
    ),
  );
}

/** An entry such as `./transforms/*` stands for every file of its folder. */
function expandPattern(folder: string, module: string, path: string): { module: string; file: string }[] {
  if (!path.includes('*')) return [{ module, file: join(folder, path) }];
  const files = readdirSync(join(folder, dirname(path)));
  return files.map((file) => ({
    module: module.replace('*', file.replace(/\.ts$/, '')),
    file: join(folder, dirname(path), file),
  }));
}

function listMembers(exported: ts.Symbol, checker: ts.TypeChecker): string[] {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  if (!(symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface))) return [];
  const types = [checker.getDeclaredTypeOfSymbol(symbol), checker.getTypeOfSymbol(symbol)];
  return types.flatMap((type) => checker.getPropertiesOfType(type)).map(({ name }) => `${exported.name}.${name}`);
}
