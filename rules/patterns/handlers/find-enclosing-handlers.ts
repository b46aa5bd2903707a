import { getErrorTruth } from '../outcomes/narrowing.ts';
import { createProvenanceContext } from '../provenance.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { isFunction, isWithin, type FunctionNode, type Node, type Source } from '../source.ts';
import { findVariable } from '../variables.ts';
import type { ErrorHandler } from './error-handler.ts';
import { findHandlers } from './find-handler.ts';

/**
 * Finds the handlers whose body runs a node, innermost first; a function inside a handler that runs at another time ends the search
 * for the innermost one, because its throw does not leave the handler.
 */
export function findEnclosingHandlers(source: Source, settings: OctollmSettings, node: Node): ErrorHandler[] {
  const found: ErrorHandler[] = [];
  let child: Node = node;
  let isDetached = false;
  for (let current: Node | undefined = node.parent; current; child = current, current = current.parent) {
    for (const handler of getHandlersRunning(source, current, child))
      if (!handler.isConditional || runsOnError(source, settings, handler, node)) found.push(handler);
    // Past a function that is no handler itself, an error leaves that function and not the handler around it.
    if (isFunction(current) && found.length === 0) isDetached = true;
    if (isDetached) return found;
  }
  return found;
}

function getHandlersRunning(source: Source, current: Node, child: Node): readonly ErrorHandler[] {
  if (current.type === 'CatchClause') return current.body === child ? findHandlers(source, current) : [];
  if (current.type === 'IfStatement') return current.consequent === child ? findHandlers(source, current) : [];
  if (!isFunction(current)) return [];
  const own = findHandlers(source, current);
  if (own.length > 0) return own;
  return getRegistrations(source, current)
    .flatMap((registration) => findHandlers(source, registration))
    .filter((handler) => handler.callback === current && runsWithError(handler, child));
}

/** The calls that a function is handed to, in place or by its name. */
function getRegistrations(source: Source, callback: FunctionNode): Node[] {
  let current: Node = callback;
  while (current.parent && /^TS\w+Expression$|^Property$|^ObjectExpression$/.test(current.parent.type))
    current = current.parent;
  const name = callback.type === 'FunctionDeclaration' ? callback.id : getVariableName(current.parent);
  if (name?.type !== 'Identifier') return current.parent ? [current.parent] : [];
  const references = findVariable(source, name)?.references ?? [];
  const calls = references.flatMap(({ identifier }) =>
    identifier.parent.type === 'CallExpression' && identifier.parent.callee !== identifier ? [identifier.parent] : [],
  );
  // Without a parameter it may serve other events too (`cleanup`); then only errors may be its occasion.
  if (callback.params.length > 0) return calls;
  return calls.every((call) => findHandlers(source, call).some((handler) => handler.callback === callback))
    ? calls
    : [];
}

function getVariableName(parent: Node | undefined): Node | null {
  return parent?.type === 'VariableDeclarator' ? parent.id : null;
}

/** `(err, data) => { if (err) … }`: only what stands under the test of the error runs because of it. */
function runsOnError(source: Source, settings: OctollmSettings, handler: ErrorHandler, node: Node): boolean {
  const context = createProvenanceContext(source, settings, [handler]);
  let child = node;
  for (let current = node.parent; current && current !== handler.body; child = current, current = current.parent) {
    if (current.type !== 'IfStatement' || child === current.test) continue;
    const truth = getErrorTruth(context, current.test);
    if (truth !== undefined) return truth === (child === current.consequent);
  }
  return false;
}

function runsWithError(handler: ErrorHandler, child: Node): boolean {
  return handler.body !== null && isWithin(child, handler.body);
}
