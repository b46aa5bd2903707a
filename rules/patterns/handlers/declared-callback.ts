import type { TSESTree } from '@typescript-eslint/utils';
import { isForgotten } from '../outcomes/callback-fault.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { findVariable } from '../variables.ts';

/**
 * Finds the first parameter of a function with a name of its own that never reads it (`function onRead(err, data) { use(data); }`), be it
 * a declaration or the value of a variable. Methods are left out: they may owe their parameters to a base class.
 */
export function findDeclaredCallback(source: Source, node: Node): TSESTree.Identifier | undefined {
  if (!isFunction(node) || (node.type !== 'FunctionDeclaration' && node.parent.type !== 'VariableDeclarator'))
    return undefined;
  const [parameter] = node.params;
  if (parameter?.type !== 'Identifier') return undefined;
  const variable = findVariable(source, parameter);
  return variable && isForgotten(source, { parameter, variables: [variable] }, node) ? parameter : undefined;
}
