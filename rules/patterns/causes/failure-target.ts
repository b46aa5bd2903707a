import { isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { findVariableByName } from '../variables.ts';
import { callbackNames, isPromiseExecutor } from './failure-channel.ts';

/**
 * Finds by what name a place can tell whoever waits for the work that it failed: the `reject` of a promise executor around it, or the
 * callback that a function around it was given.
 */
export function findFailureTarget(source: Source, place: Node): string | undefined {
  for (let current = place.parent; current; current = current.parent) {
    const name = isFunction(current) ? getFailureParameter(current) : undefined;
    // Another variable of that name may stand in between.
    if (name !== undefined) return findVariableByName(source, place, name)?.scope.block === current ? name : undefined;
  }
  return undefined;
}

function getFailureParameter(node: FunctionNode): string | undefined {
  const parameter = isPromiseExecutor(node) ? node.params[1] : node.params.at(-1);
  if (parameter?.type !== 'Identifier') return undefined;
  return isPromiseExecutor(node) || callbackNames.test(parameter.name) ? parameter.name : undefined;
}
