import { getParameterName } from '../error-class/members.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';

/**
 * Whether `req` or `request` is what a client has sent: the parameter of a function that also takes what it answers with. Libraries of
 * clients have requests of their own, which are a part of what their errors promise.
 */
export function isServerRequest(source: Source, node: Node): boolean {
  const inner = unwrapExpression(node);
  const definition = inner.type === 'Identifier' ? findVariable(source, inner)?.defs[0] : undefined;
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false;
  return definition.node.params.some((parameter) => /^_?(?:res|reply|next)$/.test(getParameterName(parameter) ?? ''));
}
