import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../patterns/handlers/error-handler.ts';
import { getText, type Node, type Source } from '../patterns/source.ts';

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** Begins a callback with the test of its error; undefined for a body that is no block. */
export function prependGuard(source: Source, { body }: ErrorHandler, name: string, target: string): Edit | undefined {
  if (body?.type !== 'BlockStatement') return undefined;
  const guard = `if (${name}) return ${target}(${name});`;
  const [first] = body.body;
  if (!first) return (fixer) => [fixer.insertTextAfterRange([body.range[0], body.range[0] + 1], ` ${guard} `)];
  return (fixer) => [fixer.insertTextBefore(first, `${guard}${getGap(source, first)}`)];
}

/** What stands between two statements here: a new line with the same indentation, or a blank. */
function getGap({ text }: Source, statement: Node): string {
  const line = text.lastIndexOf('\n', statement.range[0] - 1);
  const indent = text.slice(line + 1, statement.range[0]);
  if (line === -1 || indent.trim() !== '') return ' ';
  return `${text[line - 1] === '\r' ? '\r\n' : '\n'}${indent}`;
}

/** Leaves the function at the end of a branch; undefined where the branch ends in something else than a call. */
export function returnFrom(source: Source, branch: TSESTree.Statement): Edit | undefined {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  if (last?.type === 'ExpressionStatement') return (fixer) => [fixer.insertTextBefore(last, 'return ')];
  if (branch.type !== 'BlockStatement' || last || getText(source, branch).includes('//')) return undefined;
  return (fixer) => [fixer.insertTextAfterRange([branch.range[0], branch.range[0] + 1], ' return; ')];
}

/** Hands the value of a `throw` to a function; undefined where something else than the value stands in the statement. */
export function passToTarget(source: Source, node: TSESTree.ThrowStatement, target: string): Edit | undefined {
  const text = getText(source, node);
  const value = getText(source, node.argument);
  if (text.replace(/;$/, '') !== `throw ${value}`) return undefined;
  return (fixer) => [fixer.replaceText(node, `return ${target}(${value});`)];
}
