import { getDottedName, getLastName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn, some } from '../walk.ts';

export const defaultProbeNames =
  '^_?#?(?:is|has|can|try|maybe|safe|supports?|detect|looksLike|exists|attempt|probe|should|test)(?=[A-Z_]|$)|(?:OrNull|OrUndefined|OrDefault|OrElse|OrEmpty|OrThrow|IfExists|IfPossible|Safe|Safely|Exists|Quiet|Quietly|IfAvailable)$';

/** Whether the handler's function promises null or false instead of an error by its name or its type. */
export function isProbe(handler: ErrorHandler, namePattern: RegExp): boolean {
  const owner = getEnclosingFunction(handler.host);
  if (!owner) return false;
  if (owner.returnType?.typeAnnotation.type === 'TSTypePredicate') return true;
  const name = getFunctionName(owner);
  return name !== undefined && namePattern.test(name);
}

/** `try { …; return true } catch { return false }`: the pair of answers is the contract. */
export function isBooleanProbe(source: Source, handler: ErrorHandler, value: Node): boolean {
  const answer = getBoolean(value);
  if (answer === undefined || !handler.guarded) return false;
  return some(source, handler.guarded, (node) => {
    if (node.type !== 'ReturnStatement' || !node.argument) return false;
    const other = getBoolean(node.argument);
    return other !== undefined ? other !== answer : isComparison(node.argument);
  });
}

/** Calls that only ask whether something is there. */
const existence = /^(?:access|accessSync|existsSync|exists|resolve|checkAccess)$/;

/** `try { await access(path); … } catch {}` */
export function isExistenceProbe(source: Source, handler: ErrorHandler): boolean {
  if (handler.guarded?.type !== 'BlockStatement') return false;
  const calls = collectOwn(source, handler.guarded, 'CallExpression');
  const names = calls.map((call) => getDottedName(call.callee));
  return names.length > 0 && names.every((name) => existence.test(getLastName(name)) && !name.startsWith('Promise'));
}

function isComparison(node: Node): boolean {
  const inner = unwrapExpression(node);
  if (inner.type === 'BinaryExpression') return /^(?:[=!]==?|[<>]=?|in|instanceof)$/.test(inner.operator);
  return inner.type === 'UnaryExpression' && inner.operator === '!';
}

function getBoolean(node: Node): boolean | undefined {
  const inner = unwrapExpression(node);
  if (inner.type === 'Literal' && typeof inner.value === 'boolean') return inner.value;
  if (inner.type === 'UnaryExpression' && inner.operator === '!' && inner.argument.type === 'Literal')
    return !inner.argument.value;
  return undefined;
}
