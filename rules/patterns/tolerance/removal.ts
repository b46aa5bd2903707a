import { getDottedName, getLastName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction, getText, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

const removes = /^[#_]*(?:remove|delete|clear|clean|empty|unlink|purge|prune|evict|drop|forget)(?=[A-Z]|$)/;

/** Words for what nobody misses, or what may not be there at all. */
const passing =
  /cache|te?mp(?![a-z])|temporary|stale|pending|lock|marker|left_?over|artifact|orphan|expired|zombie|obsolete|unused|if_?(?:any|exists?|present)|storage/i;

/**
 * Whether one thing is removed that nobody misses, and the handler says with a comment, a bare `ignore` too, that it may stay:
 * `clearCache() { try { await emptyDir(this.cacheDir); } catch { /* ignore *\/ } }`.
 */
export function isRemoval(source: Source, { kind, host, guarded, body }: ErrorHandler): boolean {
  const call = guarded && getOnlyCall(guarded);
  if (!call || body?.type !== 'BlockStatement' || body.body.length > 0) return false;
  if (!removes.test(getLastName(getDottedName(call.callee)))) return false;
  if (kind !== 'catch-clause' && kind !== 'promise-catch') return false;
  const owner = getEnclosingFunction(host);
  const isPassing = passing.test(getText(source, call)) || passing.test((owner && getFunctionName(owner)) ?? '');
  return isPassing && holdsComment(source, body);
}

function holdsComment(source: Source, body: Node): boolean {
  return source.getAllComments().some(({ range }) => range[0] >= body.range[0] && range[1] <= body.range[1]);
}

function getOnlyCall(guarded: Node): Extract<Node, { type: 'CallExpression' }> | undefined {
  const [only, ...others] = guarded.type === 'BlockStatement' ? guarded.body : [guarded];
  if (!only || others.length > 0) return undefined;
  const inner = unwrapExpression(only.type === 'ExpressionStatement' ? only.expression : only);
  return inner.type === 'CallExpression' ? inner : undefined;
}
