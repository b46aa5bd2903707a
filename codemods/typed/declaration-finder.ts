import { ts } from 'ts-morph';

/** A class or a type, and the file that declares it. */
export interface Declaration {
  readonly node: ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration;
  readonly file: ts.SourceFile;
}

/** Finds what names stand for by reading imports and exports, file by file: no program is built, no type is computed. */
export interface DeclarationFinder {
  /** The declaration that the module scope of a file knows by a name. */
  readonly findLocal: (file: ts.SourceFile, name: string) => Declaration | undefined;
  readonly readFile: (path: string) => ts.SourceFile | undefined;
}

/** Creates a finder for the files of one configuration; each file is parsed once. */
export function createDeclarationFinder(options: ts.CompilerOptions): DeclarationFinder {
  const files = new Map<string, ts.SourceFile | undefined>();
  const cache = ts.createModuleResolutionCache(ts.sys.getCurrentDirectory(), (name) => name, options);

  const readFile = (path: string): ts.SourceFile | undefined => {
    if (!files.has(path)) {
      const text = ts.sys.readFile(path);
      files.set(path, text === undefined ? undefined : parse(path, text));
    }
    return files.get(path);
  };
  const readModule = (from: ts.SourceFile, specifier: ts.Expression | undefined): ts.SourceFile | undefined => {
    if (!specifier || !ts.isStringLiteral(specifier)) return undefined;
    const { resolvedModule } = ts.resolveModuleName(specifier.text, from.fileName, options, ts.sys, cache);
    return resolvedModule && readFile(resolvedModule.resolvedFileName);
  };
  const findExport = (file: ts.SourceFile, name: string, seen: Set<ts.SourceFile>): Declaration | undefined => {
    if (seen.has(file)) return undefined;
    seen.add(file);
    for (const statement of file.statements) {
      const found = readExport(statement, name);
      if (found?.declared) return { node: found.declared, file };
      if (found?.local !== undefined) return findLocal(file, found.local);
      if (!found?.from) continue;
      const target = readModule(file, found.from);
      const declaration = target && findExport(target, found.name, seen);
      if (declaration) return declaration;
    }
    return undefined;
  };
  const findLocal = (file: ts.SourceFile, name: string): Declaration | undefined => {
    for (const statement of file.statements) {
      if (isDeclaration(statement) && statement.name?.text === name) return { node: statement, file };
      const imported = ts.isImportDeclaration(statement) ? getImportedName(statement, name) : undefined;
      if (imported === undefined || !ts.isImportDeclaration(statement)) continue;
      const target = readModule(file, statement.moduleSpecifier);
      return target && findExport(target, imported, new Set());
    }
    return undefined;
  };
  return { findLocal, readFile };
}

/** Parses the text of a file with the parents that declarations are read by. */
export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

interface ExportedName {
  readonly declared?: Declaration['node'];
  /** The name that the file itself knows it by. */
  readonly local?: string;
  /** The module that it comes from, and its name there. */
  readonly from?: ts.Expression;
  readonly name: string;
}

function readExport(statement: ts.Statement, name: string): ExportedName | undefined {
  if (isDeclaration(statement)) {
    const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
    const isExported = hasModifier(statement, ts.SyntaxKind.ExportKeyword);
    const exported = isDefault ? 'default' : statement.name?.text;
    return isExported && exported === name ? { declared: statement, name } : undefined;
  }
  if (ts.isExportAssignment(statement) && name === 'default' && ts.isIdentifier(statement.expression))
    return { local: statement.expression.text, name };
  if (!ts.isExportDeclaration(statement)) return undefined;
  const { exportClause, moduleSpecifier } = statement;
  if (!exportClause) return moduleSpecifier && name !== 'default' ? { from: moduleSpecifier, name } : undefined;
  if (!ts.isNamedExports(exportClause)) return undefined;
  const specifier = exportClause.elements.find((element) => element.name.text === name);
  if (!specifier) return undefined;
  const original = (specifier.propertyName ?? specifier.name).text;
  return moduleSpecifier ? { from: moduleSpecifier, name: original } : { local: original, name };
}

function getImportedName({ importClause }: ts.ImportDeclaration, local: string): string | undefined {
  if (importClause?.name?.text === local) return 'default';
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return undefined;
  const specifier = bindings.elements.find((element) => element.name.text === local);
  return specifier && (specifier.propertyName ?? specifier.name).text;
}

function isDeclaration(statement: ts.Statement): statement is Declaration['node'] {
  return (
    ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  );
}

function hasModifier(node: Declaration['node'], kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) === true;
}
