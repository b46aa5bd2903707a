import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getText, type Node, type Source } from '../source.ts';
import { some } from '../walk.ts';

/** What fails for one reason only: the text that it is given. */
const reads = /^(?:JSON\.parse|URL|RegExp|BigInt|decodeURI(?:Component)?|atob)$/;

/**
 * Whether the guarded code begins with reading a text, and the log line shows the very text that could not be read:
 * `try { const { host } = new URL(address); … } catch { warn(`${address} is no URL`); }`
 */
export function namesInput(source: Source, { guarded, body }: ErrorHandler): boolean {
  const first = guarded?.type === 'BlockStatement' ? guarded.body[0] : guarded;
  if (!first || !body) return false;
  const calls = getCalls(source, first);
  if (!calls.every(({ callee }) => reads.test(getDottedName(callee)))) return false;
  const inputs = calls.flatMap(({ arguments: [input] }) => (input ? [getText(source, input)] : []));
  return some(source, body, (node) => isNamed(node) && inputs.includes(getText(source, node)));
}

function getCalls(source: Source, code: Node): readonly (TSESTree.CallExpression | TSESTree.NewExpression)[] {
  const calls: (TSESTree.CallExpression | TSESTree.NewExpression)[] = [];
  some(source, code, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') calls.push(node);
    return false;
  });
  return calls;
}

function isNamed({ type }: Node): boolean {
  return type === 'Identifier' || type === 'MemberExpression';
}
