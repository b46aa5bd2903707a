import { getDottedName, getLastName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

const removes = /^[#_]*(?:clear|delete|remove|drop|forget)(?=[A-Z_]|$)/;

/** Whether a removal is what its function was called for, no cleanup in passing: `clear() { try { await this.store.delete(id); } … }` */
export function isWantedRemoval({ host, guarded }: ErrorHandler): boolean {
  const owner = getEnclosingFunction(host);
  if (!owner || !removes.test(getFunctionName(owner) ?? '')) return false;
  const only = guarded?.type === 'BlockStatement' ? guarded.body[0] : guarded;
  const call = only && unwrapExpression(only.type === 'ExpressionStatement' ? only.expression : only);
  return call?.type === 'CallExpression' && /^(?:delete|remove|clear)$/.test(getLastName(getDottedName(call.callee)));
}
