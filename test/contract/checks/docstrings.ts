import ts from 'typescript';

/** Lists the names that a module exports without a docstring, or with one whose first sentence does not start with a verb. */
export function findUndocumentedExports(program: ts.Program, entries: readonly string[]): string[] {
  const checker = program.getTypeChecker();
  const problems = new Set<string>();
  for (const entry of entries) {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    if (!module) {
      problems.add(`${entry} is no module of the program`);
      continue;
    }
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
      if (text === '') problems.add(`${symbol.name} has no docstring`);
      else if (!startsWithVerb(text)) problems.add(`${symbol.name} is documented as "${text.split('\n')[0]}"`);
    }
  }
  return [...problems].sort();
}

/** "Wraps an error", "Lists what can go wrong": a capital, the third person, and a full stop at the end of the sentence. */
function startsWithVerb(text: string): boolean {
  const [sentence = ''] = /^[\s\S]*?\.(?=\s|$)/.exec(text) ?? [];
  return /^[A-Z][a-z]+s\s/.test(sentence);
}
