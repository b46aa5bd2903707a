import { getPropertyName } from '../dotted-name.ts';
import { isFunction, type FunctionNode, type Node } from '../source.ts';

const errorNames = /^_*(?:err|error|er|e|ex|exception|cause|errr?or|.*(?:Err|Error))$/;

/** Whether the last argument of a call is a function that may be called with an error first. */
export function takesError(last: Node | undefined): last is FunctionNode {
  if (!isFunction(last)) return false;
  const first = last.params[0];
  return first?.type === 'Identifier' && errorNames.test(first.name);
}

/** `(err, req, res, next) => …` */
export function isMiddleware(node: FunctionNode): boolean {
  if (node.params.length !== 4) return false;
  const [first, , third] = node.params;
  if (first?.type !== 'Identifier' || third?.type !== 'Identifier') return false;
  return (errorNames.test(first.name) || isUsed(node)) && /^_*(?:res|resp|reply|response)$/.test(third.name);
}

/** `app.use((failure, req, res, next) => …)`: by the number of its parameters Express knows what to call it with. */
function isUsed({ parent }: FunctionNode): boolean {
  return (
    parent.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    getPropertyName(parent.callee) === 'use'
  );
}
