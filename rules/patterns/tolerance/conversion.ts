import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, isFunction, isWithin, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue } from '../variables.ts';
import { collectOwn, some, walk } from '../walk.ts';
import { getFollowing } from './following.ts';
import { isLogStatement } from './log-statement.ts';

const mostStatements = 8;

/** Names of calls that reach outside the program, so that more than one thing can go wrong. */
const reachesOut =
  /(?:^|\.)(?:fs|fsp|fsPromises|localStorage|sessionStorage|storage|http|https|net|child_process|db|client|redis)\.|(?:Sync|File|Dir|Directory|Folder)$|^(?:read|write|open|exec|spawn|fetch|request|query(?!Selector)|send|save|load|store|connect|require|import|eval|mkdir|stat|run|execute|dispatch|emit|deserialize|decrypt|verify|sign)(?=[A-Z_(]|$)/;

/** Whether a piece of code waits for something or calls what reaches outside the program. */
export function reachesOutside(source: Source, code: Node): boolean {
  return some(source, code, (node) => {
    if (node.type !== 'CallExpression') return node.type === 'AwaitExpression';
    const name = getDottedName(node.callee);
    return reachesOut.test(name) || reachesOut.test(getLastName(name));
  });
}

/**
 * Whether a handler answers for a pure conversion: synchronous code of a few lines that computes a value from what it was given
 * (`JSON.parse`, `new URL`, splitting a string) and returns it. Then a default means just one thing: the input was unusable. An empty
 * handler leaves the default to the `return` behind it, or to the end of the function; in a loop that looks for one item, to the next one.
 */
export function isConversion(source: Source, handler: ErrorHandler, outcome: Outcome): boolean {
  const block = handler.guarded;
  if (handler.kind !== 'catch-clause' || block?.type !== 'BlockStatement') return false;
  if (outcome.exit === 'break') return false;
  const answer = leavesAnswerOpen(outcome) ? findAnswerBehind(handler.host) : (outcome.value ?? 'nothing');
  if (!answer) return false;
  if (answer === 'next') return findsItem(source, block) && isPure(source, block);
  if (block.body.length > mostStatements || (answer !== 'nothing' && !isPlainDefault(answer))) return false;
  return (returnsValue(source, block) || (answer === 'nothing' && checks(source, handler))) && isPure(source, block);
}

function leavesAnswerOpen({ exit }: Outcome): boolean {
  return exit === 'end' || exit === 'continue';
}

/**
 * What is returned right behind a statement, or behind the branches that it ends; nothing where the function ends there, and the next
 * item where a loop goes on.
 */
function findAnswerBehind(statement: Node): Node | 'nothing' | 'next' | undefined {
  const [next] = getFollowing(statement);
  if (next) return next.type === 'ReturnStatement' ? (next.argument ?? 'nothing') : undefined;
  const { parent } = statement;
  if (!parent || isFunction(parent)) return 'nothing';
  if (parent.type === 'ForOfStatement') return 'next';
  return parent.type === 'BlockStatement' || parent.type === 'IfStatement' ? findAnswerBehind(parent) : undefined;
}

/** Whether a block may end a search: `if (row.id === id) return row;` */
function findsItem(source: Source, block: Node): boolean {
  return collectOwn(source, block, 'ReturnStatement').some(({ argument }) => argument && argument.type !== 'Literal');
}

/** A default that says no more than that there is no result. */
export function isPlainDefault(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'CallExpression' || inner.type === 'NewExpression')
    return /^(?:String|Number|Boolean|Map|Set)$/.test(getDottedName(inner.callee));
  return true;
}

/** Whether all that the guarded code does is to read a text, in a function that answers with nothing where it cannot be read. */
function checks(source: Source, { host, guarded }: ErrorHandler): boolean {
  const owner = getEnclosingFunction(host);
  const [first] = guarded?.type === 'BlockStatement' ? guarded.body : [];
  const value = first?.type === 'VariableDeclaration' ? first.declarations[0]?.init : undefined;
  if (!owner || !value || !isReading(value)) return false;
  return collectOwn(source, owner.body, 'ReturnStatement').some(({ argument }) => argument !== null);
}

function isReading(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'NewExpression') return getDottedName(inner.callee) === 'URL';
  return inner.type === 'CallExpression' && reads.test(getDottedName(inner.callee));
}

function returnsValue(source: Source, block: TSESTree.BlockStatement): boolean {
  let found = false;
  walk(source, block, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) found = true;
    return node === block || !/Function/.test(node.type);
  });
  return found;
}

/** Whether a block only computes values, by calls that reach nothing outside. */
export function isPure(source: Source, block: TSESTree.BlockStatement): boolean {
  let pure = true;
  walk(source, block, (node) => {
    switch (node.type) {
      case 'AwaitExpression':
      case 'YieldExpression':
      case 'WhileStatement':
      case 'ImportExpression':
        pure = false;
        break;
      case 'AssignmentExpression':
        if (node.left.type === 'MemberExpression' && !isOwn(source, node.left.object, block)) pure = false;
        break;
      case 'ExpressionStatement':
        if (isLogStatement(node)) return false;
        // A call whose result nobody takes is made for its effect, unless it asks whether a text can be read.
        if (isEffect(source, unwrapExpression(node.expression), block)) pure = false;
        break;
      case 'CallExpression':
      case 'NewExpression':
        if (hasEffect(getDottedName(node.callee)) && !isOwnMethod(source, node.callee, block)) pure = false;
        break;
      default:
    }
    return pure;
  });
  return pure;
}

/** `const url = new URL(text); url.hash = '';`: what is changed was made here. */
function isOwn(source: Source, owner: Node, block: Node): boolean {
  const value = findMadeHere(source, owner, block);
  if (value?.type === 'CallExpression') return makesCopy.test(getDottedName(value.callee));
  return value?.type === 'NewExpression' || isPlainLiteral(value);
}

/** `const date = new Date(text); date.toISOString();`: what the call may change was made here, and reaches nothing else. */
function isOwnMethod(source: Source, callee: Node, block: Node): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const value = findMadeHere(source, callee.object, block);
  if (value?.type === 'NewExpression') return valueClasses.test(getDottedName(value.callee));
  return isPlainLiteral(value);
}

/** The value of `url` in `url` and `url.searchParams`, where it was made in the block. */
function findMadeHere(source: Source, owner: Node, block: Node): Node | undefined {
  if (owner.type === 'MemberExpression') return findMadeHere(source, owner.object, block);
  const variable = owner.type === 'Identifier' ? findVariable(source, owner) : undefined;
  const value = variable && getOnlyValue(variable);
  return value && isWithin(value, block) ? unwrapExpression(value) : undefined;
}

function isPlainLiteral(value: Node | undefined): boolean {
  return value?.type === 'ObjectExpression' || value?.type === 'ArrayExpression';
}

/** Classes of the platform whose objects hold a value and nothing else. */
const valueClasses = /^(?:URL|URLSearchParams|Headers|FormData|Date|Map|Set|Array|RegExp|\w+Array)$/;

/** Calls whose result nobody else holds. */
const makesCopy = /(?:^|\.)(?:parse[A-Za-z]*|structuredClone|cloneDeep|split|map|filter|slice)$/;

/** `JSON.parse`, `parser` */
const reads = /(?:^|\.)parse[A-Za-z]*$/;

function isEffect(source: Source, expression: Node, block: Node): boolean {
  if (expression.type !== 'CallExpression') return false;
  return !reads.test(getDottedName(expression.callee)) && !isOwnMethod(source, expression.callee, block);
}

/** Names of calls that compute a value from a value. */
const computes =
  /^(?:parse|safeParse|decode|encode|stringify|serialize|from|to|as|of|split|slice|trim|replace|match|exec|test|get|find|extract|read|format|normali[sz]e|resolve|at|join|map|filter|reduce|some|every|flat|includes|starts|ends|index|substring|substr|pop|shift|push|file|URL|Date|BigInt|Number|String|Boolean|RegExp|Map|Set|Array|Object|Uint8|Buffer|TextDecoder|TextEncoder|Intl|NumberFormat|DateTimeFormat|Headers|FormData|atob|btoa|create|convert|is|has|looks|infer|compute|shorten|char|code|keys|values|entries|assign|min|max|floor|round|abs|sort|concat|repeat|pad|lower|upper|escape|unescape|hex|base|pick|omit|clone|structuredClone|valueOf|relative|dirname|basename|extname|lex|inspect|display|matchAll|sanitize|strip|redact|mask|quote|unquote|truncate|querySelector|closest)/i;

function hasEffect(name: string): boolean {
  const last = getLastName(name)
    .replace(/^[#_]+/, '')
    .replace(/\(\)$/, '');
  return reachesOut.test(name) || reachesOut.test(last) || !computes.test(last);
}
