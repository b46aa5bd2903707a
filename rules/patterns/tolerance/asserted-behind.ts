import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction, getText, type FunctionNode, type Source } from '../source.ts';

const test = /^(?:it|test|specify)\b/;
const assertion = /\b(?:expect|assert\w*|should)\b/;

/**
 * Whether a test lets something fail, and asserts behind it what that has left: `await close(pool).catch(() => {}); expect(pool.open)…`.
 * An assertion that is guarded itself would be dropped with the failure.
 */
export function isAssertedBehind(source: Source, { host, guarded }: ErrorHandler): boolean {
  if (!guarded || assertion.test(getText(source, guarded))) return false;
  for (let owner = getEnclosingFunction(host); owner; owner = getEnclosingFunction(owner))
    if (isTest(owner)) return assertion.test(source.text.slice(host.range[1], owner.range[1]));
  return false;
}

/** `it('closes', async () => …)`, `test.each(rows)('closes', …)` */
function isTest({ parent }: FunctionNode): boolean {
  return parent.type === 'CallExpression' && test.test(getDottedName(parent.callee));
}
