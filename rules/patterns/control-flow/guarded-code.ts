import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { isFunction, type Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/** The pieces of code whose throws a handler receives: the block of a `try` statement, or the callbacks in front of a `.catch(…)`. */
export function getGuardedCode({ kind, guarded }: ErrorHandler): readonly Node[] {
  if (!guarded) return [];
  if (kind === 'catch-clause') return [guarded];
  return kind === 'promise-catch' ? getCallbacks(guarded) : [];
}

/** `load().then((post) => { redirect(post.url); })`; another `.catch(…)` receives first what stands in front of it. */
function getCallbacks(chain: Node): readonly Node[] {
  const call = unwrapExpression(chain);
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
  const method = getLastName(getDottedName(call.callee));
  if (method !== 'then' && method !== 'finally') return [];
  const [callback] = call.arguments;
  const before = getCallbacks(call.callee.object);
  return isFunction(callback) ? [...before, callback.body] : before;
}
