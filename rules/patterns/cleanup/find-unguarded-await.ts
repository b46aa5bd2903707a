import type { TSESTree } from '@typescript-eslint/utils';
import { getChildren } from '../children.ts';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { getImportedName } from '../imported-name.ts';
import { mayReject } from '../promises/can-reject.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue } from '../variables.ts';
import { isBoundary } from '../walk.ts';

/** Finds the first `await` of a block whose failure leaves it: what it waits for may reject, and no `try` in between receives that. */
export function findUnguardedAwait(source: Source, block: Node): TSESTree.AwaitExpression | undefined {
  if (isBoundary(block)) return undefined;
  if (
    block.type === 'AwaitExpression' &&
    !closesFile(source, block) &&
    !reportsItself(block) &&
    mayReject(source, block.argument)
  )
    return block;
  const parts =
    block.type === 'TryStatement' && block.handler ? [block.handler, block.finalizer] : getChildren(source, block);
  for (const part of parts) {
    const found = part && findUnguardedAwait(source, part);
    if (found) return found;
  }
  return undefined;
}

/** Closing a file that was opened here fails for no reason that its reads and writes have not told of. */
function closesFile(source: Source, { argument }: TSESTree.AwaitExpression): boolean {
  const call = unwrapExpression(argument);
  if (call.type !== 'CallExpression' || getLastName(getDottedName(call.callee)) !== 'close') return false;
  const callee = unwrapExpression(call.callee);
  const handle = callee.type === 'MemberExpression' ? unwrapExpression(callee.object) : undefined;
  const variable = handle?.type === 'Identifier' ? findVariable(source, handle) : undefined;
  const opened = variable && getOnlyValue(variable);
  const maker = opened && unwrapExpression(opened);
  if (maker?.type !== 'CallExpression') return false;
  const name = getDottedName(maker.callee);
  return (
    /^fs(?:\.promises|\/promises)?\.open$/.test(getImportedName(source, maker.callee) ?? '') ||
    /(?:^|\.)(?:open\w*File|(?:fs|fsp|promises)\.open)$/.test(name)
  );
}

/** `await flush(logger)`: what is given a logger tells it of its failures. */
function reportsItself({ argument }: TSESTree.AwaitExpression): boolean {
  const call = unwrapExpression(argument);
  return (
    call.type === 'CallExpression' &&
    call.arguments.some((given) => /(?:^|\.)#?_?log(?:ger)?$/i.test(getDottedName(given)))
  );
}
