import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, isFunction, isWithin, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue } from '../variables.ts';
import { collectOwn, some, walk } from '../walk.ts';
import { getFollowing } from './following.ts';

const mostStatements = 8;

/** Names of calls that reach outside the program, so that more than one thing can go wrong. */
const reachesOut =
  /(?:^|\.)(?:fs|fsp|fsPromises|localStorage|sessionStorage|storage|http|https|net|child_process|db|client|redis)\.|(?:Sync|File|Dir|Directory|Folder)$|^(?:read|write|open|exec|spawn|fetch|request|query|send|save|load|store|connect|require|import|eval|mkdir|stat|run|execute|dispatch|emit|deserialize|decrypt|verify|sign)(?=[A-Z_(]|$)/;

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
 * handler leaves the default to the `return` behind it, or to the end of the function.
 */
export function isConversion(source: Source, handler: ErrorHandler, outcome: Outcome): boolean {
  const block = handler.guarded;
  if (handler.kind !== 'catch-clause' || block?.type !== 'BlockStatement') return false;
  const answer = outcome.exit === 'end' ? findAnswerBehind(handler.host) : (outcome.value ?? 'nothing');
  if (!answer || outcome.exit === 'continue' || outcome.exit === 'break') return false;
  if (block.body.length > mostStatements || (answer !== 'nothing' && !isPlainDefault(answer))) return false;
  return (returnsValue(source, block) || (answer === 'nothing' && checks(source, handler))) && isPure(source, block);
}

/** What is returned right behind a statement, or behind the branches that it ends; nothing where the function ends there. */
function findAnswerBehind(statement: Node): Node | 'nothing' | undefined {
  const [next] = getFollowing(statement);
  if (next) return next.type === 'ReturnStatement' ? (next.argument ?? 'nothing') : undefined;
  const { parent } = statement;
  if (!parent || isFunction(parent)) return 'nothing';
  return parent.type === 'BlockStatement' || parent.type === 'IfStatement' ? findAnswerBehind(parent) : undefined;
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
        // A call whose result nobody takes is made for its effect, unless it asks whether a text can be read.
        if (isEffect(unwrapExpression(node.expression))) pure = false;
        break;
      case 'CallExpression':
      case 'NewExpression':
        if (hasEffect(getDottedName(node.callee))) pure = false;
        break;
      default:
    }
    return pure;
  });
  return pure;
}

/** `const url = new URL(text); url.hash = '';`: what is changed was made here. */
function isOwn(source: Source, owner: Node, block: Node): boolean {
  const variable = owner.type === 'Identifier' ? findVariable(source, owner) : undefined;
  const value = variable && getOnlyValue(variable);
  return value?.type === 'NewExpression' && isWithin(value, block);
}

/** `JSON.parse`, `parser` */
const reads = /(?:^|\.)parse[A-Za-z]*$/;

function isEffect(expression: Node): boolean {
  return expression.type === 'CallExpression' && !reads.test(getDottedName(expression.callee));
}

/** Names of calls that compute a value from a value. */
const computes =
  /^(?:parse|safeParse|decode|encode|stringify|serialize|from|to|as|of|split|slice|trim|replace|match|exec|test|get|find|extract|read|format|normali[sz]e|resolve|at|join|map|filter|reduce|some|every|flat|includes|starts|ends|index|substring|substr|pop|shift|push|file|URL|Date|BigInt|Number|String|Boolean|RegExp|Map|Set|Array|Object|Uint8|Buffer|TextDecoder|TextEncoder|Intl|NumberFormat|DateTimeFormat|atob|btoa|create|convert|is|has|looks|infer|compute|shorten|char|code|keys|values|entries|assign|min|max|floor|round|abs|sort|concat|repeat|pad|lower|upper|escape|unescape|hex|base|pick|omit|clone|structuredClone|valueOf|relative|dirname|basename|extname|lex|inspect|display|matchAll)/i;

function hasEffect(name: string): boolean {
  const last = getLastName(name)
    .replace(/^[#_]+/, '')
    .replace(/\(\)$/, '');
  return reachesOut.test(name) || reachesOut.test(last) || !computes.test(last);
}
