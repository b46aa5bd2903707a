import ts from 'typescript';

/** Names what an entry point offers: its functions and values, and the options that they take. */
export interface Offer {
  readonly values: readonly string[];
  readonly options: readonly string[];
}

/** Lists what entry points offer; an interface holds options when its name says so. */
export function listOffers(files: readonly string[]): Map<string, Offer> {
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
    strict: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  return new Map(
    files.map((file) => {
      const source = program.getSourceFile(file);
      const symbol = source && checker.getSymbolAtLocation(source);
      const exported = (symbol ? checker.getExportsOfModule(symbol) : []).map((name) => followAlias(name, checker));
      const values = exported.filter(({ flags }) => flags & ts.SymbolFlags.Value).map(({ name }) => name);
      const options = exported
        .filter(({ name }) => /(?:Options|Steps|Conditions)$/.test(name))
        .map((name) => checker.getDeclaredTypeOfSymbol(name))
        .flatMap((type) => (checker.isArrayType(type) ? [] : type.getProperties()))
        .map(({ name }) => name);
      return [file, { values, options: [...new Set(options)] }];
    }),
  );
}

function followAlias(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Lists the names that an entry point offers and its page does not have. */
export function findMissingNames({ values, options }: Offer, page: string): string[] {
  const words = new Set(page.match(/\w+/g));
  return [...values, ...options].filter((name) => !words.has(name));
}
