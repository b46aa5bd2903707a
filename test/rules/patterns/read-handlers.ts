import type { ErrorHandler } from '../../../rules/patterns/handlers/error-handler.ts';
import { findHandlers } from '../../../rules/patterns/handlers/find-handler.ts';
import type { Node, Source } from '../../../rules/patterns/source.ts';
import { walk } from '../../../rules/patterns/walk.ts';

/** Every node of a source, in the order of the text. */
export function readNodes(source: Source): Node[] {
  const nodes: Node[] = [];
  walk(source, source.ast, (node) => void nodes.push(node));
  return nodes;
}

/** Every handler of a source, in the order of the text. */
export function readHandlers(source: Source): ErrorHandler[] {
  return readNodes(source).flatMap((node) => findHandlers(source, node));
}

/** The one handler of a source. */
export function readHandler(source: Source): ErrorHandler {
  const [handler, ...others] = readHandlers(source);
  if (!handler || others.length > 0)
    throw new Error(`Expected one handler in a test but found ${handler ? others.length + 1 : 0}: ${source.text}`);
  return handler;
}

/** The argument of the first call of a function with that name: the expression that a test asks about. */
export function readArgument(source: Source, name: string): Node {
  for (const node of readNodes(source))
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name)
      return node.arguments[0] ?? node;
  throw new Error(`No call of ${name} in a test: ${source.text}`);
}
