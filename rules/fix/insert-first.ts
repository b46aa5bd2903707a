import type { TSESLint } from '@typescript-eslint/utils';
import { getStatements } from '../patterns/statements.ts';
import type { Node, Source } from '../patterns/source.ts';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/** Puts a statement in front of all others of a block; undefined for an empty block and for an expression. */
export function insertFirst(source: Source, body: Node, statement: string): Fix | undefined {
  const first = body.type === 'BlockStatement' ? body.body[0] : undefined;
  return first && insertBefore(source, first, statement);
}

/** Puts a statement in front of another one; undefined where only one statement may stand. */
export function insertBefore(source: Source, place: Node, statement: string): Fix | undefined {
  if (!place.parent || !getStatements(place.parent).includes(place)) return undefined;
  const line = source.text.lastIndexOf('\n', place.range[0] - 1) + 1;
  const before = source.text.slice(line, place.range[0]);
  const isOnOwnLine = line > place.parent.range[0] && before.trim() === '';
  const lineEnd = source.text[line - 2] === '\r' ? '\r\n' : '\n';
  return (fixer) => fixer.insertTextBefore(place, `${statement}${isOnOwnLine ? `${lineEnd}${before}` : ' '}`);
}
