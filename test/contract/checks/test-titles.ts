import ts from 'typescript';
import type { SourceFile } from './tree.ts';

const functions = new Set(['describe', 'it', 'test']);

/** Reads the titles of the tests and groups in a file as they are written, with their placeholders. */
export function readTestTitles({ path, text }: SourceFile): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && functions.has(getFunctionName(node))) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  return titles;
}

/** Returns `test` for `test(…)`, `test.each(…)(…)` and `test.skipIf(…)(…)`. */
function getFunctionName({ expression }: ts.CallExpression): string {
  let callee = expression;
  while (!ts.isIdentifier(callee)) {
    if (!ts.isCallExpression(callee) && !ts.isPropertyAccessExpression(callee)) return '';
    callee = callee.expression;
  }
  return callee.text;
}
