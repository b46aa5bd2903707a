import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { getEnclosingFunction, type Node, type Source, type Variable } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { collectOwn, some } from '../walk.ts';

/** Whether `pipeline(source, gunzip, done)` stands where `gunzip` is returned: its reader is told of what fails in the streams before it. */
export function isOutputReturned(source: Source, call: TSESTree.CallExpression): boolean {
  if (getLastName(getDottedName(call.callee)) !== 'pipeline') return false;
  const owner = getEnclosingFunction(call);
  const output = getLastStream(source, call.arguments.slice(0, -1));
  if (!owner || !output) return false;
  return collectOwn(source, owner.body, 'ReturnStatement').some(
    ({ argument }) =>
      argument !== null &&
      some(source, argument, (node) => node.type === 'Identifier' && findVariable(source, node) === output),
  );
}

/** `pipeline(a, b, …)`, `pipeline([a, ...others], …)` */
function getLastStream(source: Source, streams: readonly (Node | null)[]): Variable | undefined {
  const last = streams.at(-1);
  if (!last) return undefined;
  const inner = unwrapExpression(last.type === 'SpreadElement' ? last.argument : last);
  if (inner.type === 'ArrayExpression') return getLastStream(source, inner.elements);
  return inner.type === 'Identifier' ? findVariable(source, inner) : undefined;
}
