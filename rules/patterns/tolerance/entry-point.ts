import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getFunctionName } from '../function-name.ts';
import { getEnclosingFunction, isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn } from '../walk.ts';

/** Whether a handler stands at the outer edge of a program, where there is no caller left to tell: `main().catch(…)`. */
export function isEntryPoint(handler: ErrorHandler): boolean {
  if (handler.kind === 'process-event') return true;
  const owner = getEnclosingFunction(handler.host);
  if (!owner) return handler.kind !== 'catch-clause' || isTopLevelRun(handler.host);
  const name = getFunctionName(owner);
  if (name !== undefined && /^_?main$/i.test(name)) return true;
  return getEnclosingFunction(owner) === undefined && isImmediatelyCalled(owner);
}

function isTopLevelRun(host: Node): boolean {
  return host.parent?.type === 'Program';
}

function isImmediatelyCalled(owner: Node): boolean {
  let current: Node | undefined = owner.parent;
  while (current && current.type !== 'CallExpression' && /Expression$/.test(current.type)) current = current.parent;
  return current?.type === 'CallExpression' && unwrapExpression(current.callee) === owner;
}

/** Whether the promise is started and left on its own (`void send().catch(log)`), so that nobody waits for its result. */
export function isFireAndForget(handler: ErrorHandler): boolean {
  if (handler.kind !== 'promise-catch' && handler.kind !== 'promise-then') return false;
  let current: Node = handler.host;
  while (current.parent && /^(?:ChainExpression|TS\w+Expression|UnaryExpression)$/.test(current.parent.type))
    current = current.parent;
  const parent = current.parent;
  if (parent?.type === 'MemberExpression' && /^(?:then|finally|catch)$/.test(getLastName(getDottedName(parent)))) {
    const call = parent.parent;
    if (call.type === 'CallExpression') return isFireAndForget({ ...handler, host: call });
  }
  if (
    parent?.type === 'ArrowFunctionExpression' &&
    parent.body === current &&
    parent.parent.type === 'CallExpression'
  ) {
    // `void start().then(() => send().catch(log))`: a link of a chain is left alone when the chain is.
    const name = getLastName(getDottedName(parent.parent.callee));
    if (/^(?:then|finally)$/.test(name)) return isFireAndForget({ ...handler, host: parent.parent });
  }
  // `context.waitUntil(send().catch(log))`: the platform keeps the work alive and takes no result.
  if (parent?.type === 'CallExpression' && parent.callee !== current)
    return getLastName(getDottedName(parent.callee)) === 'waitUntil';
  return parent?.type === 'ExpressionStatement' || (current.type === 'UnaryExpression' && current.operator === 'void');
}

/** Whether the function around a handler is called by a framework or an event loop that takes no answer. */
export function hasNoCaller(source: Source, handler: ErrorHandler): boolean {
  const owner = getEnclosingFunction(handler.host);
  if (!owner) return true;
  // A function that returns something has somebody who takes it.
  if (answers(source, owner)) return false;
  const parent = owner.parent;
  if (parent?.type === 'CallExpression' && parent.callee !== owner) {
    const name = getLastName(getDottedName(parent.callee));
    return /^(?:on|once|addEventListener|addListener|setTimeout|setInterval|setImmediate|nextTick|queueMicrotask|useEffect|useLayoutEffect|watch|subscribe|command|action|schedule|registerCommand)$/.test(
      name,
    );
  }
  const name = getFunctionName(owner);
  return name !== undefined && /^_?#?(?:on|handle)[A-Z]/.test(name);
}

function answers(source: Source, owner: FunctionNode): boolean {
  return collectOwn(source, owner.body, 'ReturnStatement').some(
    ({ argument }) => argument !== null && !isFunction(argument),
  );
}
