import { getDottedName, getLastName, getPropertyName } from './dotted-name.ts';
import { isFunction, type Node } from './source.ts';

/** The name under which a function is known: its own, or that of the variable, property or method that holds it. */
export function getFunctionName(node: Node): string | undefined {
  if (!isFunction(node)) return undefined;
  if (node.id) return node.id.name;
  const parent = node.parent;
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined;
  if (parent.type === 'AssignmentExpression') return getLastName(getDottedName(parent.left));
  // `const load = memoize(() => …)`
  if (parent.type === 'CallExpression' && parent.parent.type === 'VariableDeclarator')
    return parent.parent.id.type === 'Identifier' ? parent.parent.id.name : undefined;
  return getPropertyName(parent);
}
