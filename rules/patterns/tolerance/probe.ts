import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn } from '../walk.ts';
import { getNext } from './following.ts';

export const defaultProbeNames =
  '^_?#?(?:is|has|can|try|maybe|safe(?:ly)?|supports?|detect|looksLike|exists|attempt|probe|should|test)(?=[A-Z_]|$)|(?:OrNull|OrUndefined|OrDefault|OrElse|OrEmpty|OrThrow|IfExists|IfPossible|Safe|Safely|Exists|Quiet|Quietly|IfAvailable)$';

/** Whether the handler's function promises null or false instead of an error by its name or its type. */
export function isProbe(handler: ErrorHandler, outcome: Outcome, namePattern: RegExp): boolean {
  const owner = getEnclosingFunction(handler.host);
  if (!owner) return false;
  if (owner.returnType?.typeAnnotation.type === 'TSTypePredicate') return true;
  const name = getFunctionName(owner);
  if (name === undefined || !namePattern.test(name)) return false;
  return !predicateName.test(name) || isNoByDefault(owner, handler, outcome);
}

const predicateName = /^_?#?(?:is|has|can|should|supports?)(?=[A-Z_]|$)/;

/** Whether a failure makes a predicate answer no: its name excuses neither a yes nor a default that it goes on to reckon with. */
function isNoByDefault(owner: FunctionNode, handler: ErrorHandler, { exit }: Outcome): boolean {
  if (handler.kind === 'promise-catch' || handler.kind === 'promise-then') return isAnswer(owner, handler.host);
  const last = owner.body.type === 'BlockStatement' ? owner.body.body.at(-1) : undefined;
  const isYes = last?.type === 'ReturnStatement' && last.argument !== null && getBoolean(last.argument) === true;
  return exit === 'return' || exit === 'throw' || !isYes;
}

/** Whether a chain is what a function returns, as it is or as a part of a test. */
function isAnswer(owner: FunctionNode, chain: Node): boolean {
  let current = chain;
  while (
    current.parent &&
    current !== owner.body &&
    /^(?:Await|Chain|Member|Call|Logical|Binary|Unary|Conditional|TS\w+)Expression$/.test(current.parent.type)
  )
    current = current.parent;
  return current === owner.body || current.parent?.type === 'ReturnStatement';
}

/** `try { …; return true } catch { return false }`: the pair of answers is the contract. */
export function isBooleanProbe(source: Source, handler: ErrorHandler, value: Node): boolean {
  const answer = getBoolean(value);
  if (answer === undefined || !handler.guarded) return false;
  if (!answer && handler.kind === 'catch-clause' && asksQuestion(handler.host)) return true;
  // A `true` for a failure is an answer only where the same attempt may say `false`; a `false` is one anywhere in the function.
  const whole = answer ? undefined : getEnclosingFunction(handler.host)?.body;
  const scope = handler.kind === 'catch-clause' ? (whole ?? handler.guarded) : undefined;
  if (scope)
    return collectOwn(source, scope, 'ReturnStatement').some(
      ({ argument }) => argument !== null && argument !== value && isOtherAnswer(argument, answer),
    );
  return isAnsweredByChain(handler.kind === 'promise-then' ? handler.host : handler.guarded, answer);
}

const question =
  /^_?#?(?:is|has|can|should|supports?|validate|check|matches|contains|includes|equals|allows|accepts|needs|does|are|was)(?=[A-Z_]|$)|Exists(?=[A-Z]|$)/;

/** Whether the function around a handler is named for a question. */
function asksQuestion(host: Node): boolean {
  const owner = getEnclosingFunction(host);
  return question.test((owner && getFunctionName(owner)) ?? '');
}

/** `try { if (await ask()) return true; } catch {} return false;`: a question, whose other answer stands behind the handler. */
export function isAnsweredBehind(source: Source, handler: ErrorHandler): boolean {
  const { guarded, host } = handler;
  if (handler.kind !== 'catch-clause' || !guarded) return false;
  const next = getNext(host);
  const answer = next?.type === 'ReturnStatement' && next.argument ? getBoolean(next.argument) : undefined;
  if (answer === undefined || isDone(source, guarded)) return false;
  return collectOwn(source, guarded, 'ReturnStatement').some(
    ({ argument }) => argument !== null && isOtherAnswer(argument, answer),
  );
}

/** `await handler.open(uri);`: work that somebody wanted done, as opposed to a question. */
function isDone(source: Source, guarded: Node): boolean {
  return collectOwn(source, guarded, 'ExpressionStatement').some(
    ({ expression }) => expression.type === 'AwaitExpression',
  );
}

/** `.then((response) => response.ok).catch(() => false)`, `.then(() => true, () => false)` */
function isAnsweredByChain(link: Node, answer: boolean): boolean {
  const call = unwrapExpression(link);
  if (call.type !== 'CallExpression' || getLastName(getDottedName(call.callee)) !== 'then') return false;
  const [resolved] = call.arguments;
  if (!isFunction(resolved) || resolved.body.type === 'BlockStatement') return false;
  return isOtherAnswer(resolved.body, answer) || resolved.body.type === 'MemberExpression';
}

function isOtherAnswer(node: Node, answer: boolean): boolean {
  const other = getBoolean(node);
  return other === undefined ? isComparison(node) : other !== answer;
}

function isComparison(node: Node): boolean {
  const inner = unwrapExpression(node);
  if (inner.type === 'BinaryExpression') return /^(?:[=!]==?|[<>]=?|in|instanceof)$/.test(inner.operator);
  // `return response.ok;`
  if (inner.type === 'MemberExpression') return /^(?:ok|is[A-Z]\w*|has[A-Z]\w*)$/.test(getPropertyName(inner) ?? '');
  // `statSync(path).isFile()`
  if (inner.type === 'CallExpression') return /^(?:is|has)[A-Z]/.test(getLastName(getDottedName(inner.callee)));
  return inner.type === 'UnaryExpression' && inner.operator === '!';
}

/** The answer that a value is: `true`, `!1`. */
export function getBoolean(node: Node): boolean | undefined {
  const inner = unwrapExpression(node);
  if (inner.type === 'Literal' && typeof inner.value === 'boolean') return inner.value;
  if (inner.type === 'UnaryExpression' && inner.operator === '!' && inner.argument.type === 'Literal')
    return !inner.argument.value;
  return undefined;
}
