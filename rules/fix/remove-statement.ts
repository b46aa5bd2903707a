import type { TSESLint } from '@typescript-eslint/utils';
import { getStatements } from '../patterns/statements.ts';
import type { Node, Source } from '../patterns/source.ts';
import { hasComment } from '../patterns/has-comment.ts';

/** Takes an expression that is a statement of its own off its list, with its line; undefined where more than it would go. */
export function removeStatement(
  source: Source,
  expression: Node,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const awaited = expression.parent?.type === 'AwaitExpression' ? expression.parent : expression;
  const statement = awaited.parent;
  if (statement?.type !== 'ExpressionStatement' || hasComment(source, statement)) return undefined;
  if (getStatements(statement.parent).length < 2) return undefined;
  const [start, end] = statement.range;
  const before = /[ \t]*$/.exec(source.text.slice(0, start))?.[0].length ?? 0;
  const after = /^[ \t]*\r?\n/.exec(source.text.slice(end))?.[0].length ?? 0;
  const isWholeLine = after > 0 && (start === before || source.text[start - before - 1] === '\n');
  if (isWholeLine) return (fixer) => fixer.removeRange([start - before, end + after]);
  const gap = /^[ \t]*/.exec(source.text.slice(end))?.[0].length ?? 0;
  return (fixer) => fixer.removeRange([start, end + gap]);
}
