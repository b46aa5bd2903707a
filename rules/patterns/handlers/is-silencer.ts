import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import type { Source } from '../source.ts';
import type { ErrorHandler } from './error-handler.ts';

/**
 * `promise.catch(() => {}); … await promise;`: the empty handler only keeps an early rejection from ending the process,
 * and the error is received where the promise is awaited.
 */
export function isSilencer(source: Source, handler: ErrorHandler): boolean {
  if (handler.kind !== 'promise-catch' && handler.kind !== 'promise-then') return false;
  const statement = handler.host.parent;
  const isStatement =
    statement?.type === 'ExpressionStatement' ||
    (statement?.type === 'UnaryExpression' && statement.operator === 'void') ||
    statement?.type === 'ChainExpression';
  if (!isStatement || !handler.guarded) return false;
  const promise = unwrapExpression(handler.guarded);
  if (promise.type === 'MemberExpression') return promise.object.type === 'ThisExpression';
  if (promise.type !== 'Identifier') return false;
  const variable = findVariable(source, promise);
  return variable?.references.some((reference) => reference.isRead() && reference.identifier !== promise) ?? false;
}
