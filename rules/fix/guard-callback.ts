import type { TSESLint } from '@typescript-eslint/utils';
import type { DetachedCallback } from '../patterns/promises/detached-callback.ts';
import { getEnclosingFunction, isFunction, type Source } from '../patterns/source.ts';

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** Puts the body of an async callback into a `try` statement; undefined where the function is passed by name or has no block. */
export function guardCallback({ node, callback, caller }: DetachedCallback): Edit | undefined {
  const { body } = callback;
  if (
    !isFunction(node) ||
    body.type !== 'BlockStatement' ||
    body.body.some((statement) => 'directive' in statement && statement.directive)
  )
    return undefined;
  const reject = caller === 'executor' ? callback.params[1] : undefined;
  if (caller === 'executor' && reject?.type !== 'Identifier') return undefined;
  const report = reject?.type === 'Identifier' ? reject.name : 'console.error';
  const [start, end] = body.range;
  return (fixer) => [
    fixer.insertTextAfterRange([start, start + 1], ' try {'),
    fixer.insertTextBeforeRange([end - 1, end], `} catch (error) { ${report}(error); } `),
  ];
}

/** Waits for all callbacks of an iteration, in code that may wait: `await Promise.all(items.map(async (item) => …))`. */
export function waitForAll({ text }: Source, { host }: DetachedCallback): Edit | undefined {
  const owner = getEnclosingFunction(host);
  if (host.type !== 'CallExpression' || host.parent.type !== 'ExpressionStatement' || !owner?.async) return undefined;
  const { callee } = host;
  if (callee.type !== 'MemberExpression' || callee.optional || callee.property.type !== 'Identifier') return undefined;
  const method = callee.property;
  // Without a semicolon before it the statement may go on the line above.
  if (text[host.range[0]] === '[' || text[host.range[0]] === '(') return undefined;
  return (fixer) => [
    fixer.insertTextBefore(host, 'await Promise.all('),
    fixer.replaceText(method, 'map'),
    fixer.insertTextAfter(host, ')'),
  ];
}
