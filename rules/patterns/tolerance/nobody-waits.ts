import { getEnclosingFunction, getText, type FunctionNode, type Node, type Source } from '../source.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { onceForEach } from '../once-for-each.ts';
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
export function findCalls(source: Source, name: string): readonly Node[] {
  const plain = name.replace(/^#/, '');
  if (!source.text.includes(`${plain}(`)) return [];
  const calls = getCallsByName(source);
  return [...(calls.get(name) ?? []), ...(calls.get(`this.${name}`) ?? [])];
}

/** The calls of a file by what they call, `load` or `this.load`, which are looked for once. */
const getCallsByName: (source: Source) => ReadonlyMap<string, readonly Node[]> = onceForEach((source) => {
  const calls = new Map<string, Node[]>();
  walk(source, source.ast, (node) => {
    const name = node.type === 'CallExpression' ? getCalledName(source, node.callee) : undefined;
    if (name === undefined) return;
    const known = calls.get(name);
    if (known) known.push(node);
    else calls.set(name, [node]);
  });
  return calls;
});

function getCalledName(source: Source, callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression') return undefined;
  return getText(source, callee);
}

function isStarted(call: Node): boolean {
  let value = getOutermostExpression(call);
  if (value.parent?.type === 'UnaryExpression' && value.parent.operator === 'void') value = value.parent;
  return value.parent?.type === 'ExpressionStatement';
}
