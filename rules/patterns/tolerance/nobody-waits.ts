import { getEnclosingFunction, getText, type FunctionNode, type Node, type Source } from '../source.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getOutermostExpression } from '../unwrap-expression.ts';
import { some, walk } from '../walk.ts';

/**
 * Whether the function around a handler is private to its file and started there without anybody waiting for it: `this.refresh();` as a
 * statement of its own in a function that is not asynchronous. A pump, which feeds somebody as long as it runs, is waited for all the same.
 */
export function isStartedOnly(source: Source, handler: ErrorHandler): boolean {
  const owner = getEnclosingFunction(handler.host);
  if (!owner?.async || !handler.guarded || !isPrivate(owner)) return false;
  const name = getFunctionName(owner);
  if (name === undefined || isPump(source, handler.guarded)) return false;
  const calls = findCalls(source, name);
  return calls.length > 0 && calls.every(isStarted);
}

/** A method that is marked private or protected, or a function inside another one. */
export function isPrivate(owner: FunctionNode): boolean {
  const { parent } = owner;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition')
    return parent.key.type === 'PrivateIdentifier' || /^(?:private|protected)$/.test(parent.accessibility ?? '');
  return getEnclosingFunction(owner) !== undefined && parent.type !== 'Property';
}

function isPump(source: Source, guarded: Node): boolean {
  return some(source, guarded, ({ type }) => /^(?:While|DoWhile|ForOf|For)Statement$/.test(type));
}

/** The calls `name()` and `this.name()` of a file. */
export function findCalls(source: Source, name: string): Node[] {
  const plain = name.replace(/^#/, '');
  if (!source.text.includes(`${plain}(`)) return [];
  const calls: Node[] = [];
  walk(source, source.ast, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = getText(source, node.callee);
    if (callee === name || callee === `this.${name}`) calls.push(node);
  });
  return calls;
}

function isStarted(call: Node): boolean {
  let value = getOutermostExpression(call);
  if (value.parent?.type === 'UnaryExpression' && value.parent.operator === 'void') value = value.parent;
  return value.parent?.type === 'ExpressionStatement';
}
