import type { TSESLint } from '@typescript-eslint/utils';
import type { Node, Source } from '../patterns/source.ts';

/** Puts a statement in front of all others of a block; undefined for an empty block and for an expression. */
export function insertFirst(
  source: Source,
  body: Node,
  statement: string,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const first = body.type === 'BlockStatement' ? body.body[0] : undefined;
  if (!first) return undefined;
  const line = source.text.lastIndexOf('\n', first.range[0] - 1) + 1;
  const before = source.text.slice(line, first.range[0]);
  const isOnOwnLine = line > body.range[0] && before.trim() === '';
  const lineEnd = source.text[line - 2] === '\r' ? '\r\n' : '\n';
  return (fixer) => fixer.insertTextBefore(first, `${statement}${isOnOwnLine ? `${lineEnd}${before}` : ' '}`);
}
