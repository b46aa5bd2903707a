import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, getText, type FunctionNode, type Node, type Source, type Variable } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue, getWrittenValues } from '../variables.ts';
import { some } from '../walk.ts';
import { isPlainDefault, isPure, reachesOutside } from './conversion.ts';
import { isNothing } from './nothing.ts';
import { isAskedFor } from './presence-test.ts';

/**
 * Whether all that is guarded is one conversion whose result goes into a variable: `try { value = JSON.parse(value); } catch {}` hands on
 * the text as it was, `try { data = JSON.parse(text); } catch { return []; }` answers for unusable input, an item of a loop is left out,
 * and with `let url; try { url = new URL(text); } catch {}` the code behind asks whether there is one: `url?.hostname`.
 */
export function isAssignedConversion(source: Source, handler: ErrorHandler, { exit, value }: Outcome): boolean {
  const assignments = getOnlyAssignments(handler);
  const calls = assignments.flatMap(({ right }) => getConversion(right) ?? []);
  const [assignment] = assignments;
  const [call] = calls;
  if (!handler.guarded) return false;
  if (!assignment || !call || calls.length !== assignments.length)
    return exit === 'end' && isComputedAndAskedFor(source, handler);
  if (exit === 'end' && isInPlace(source, assignment, call)) return true;
  if (reachesOutside(source, handler.guarded)) return false;
  switch (exit) {
    case 'end': {
      const standIn = findStandIn(handler, assignment.left);
      return standIn ? standsFor(source, call, standIn) : isAskedForBehind(source, handler, assignment.left);
    }
    case 'return':
      return value ? standsFor(source, call, value) : isVisit(getEnclosingFunction(handler.host));
    default:
      return exit === 'continue';
  }
}

/**
 * `let origin; try { const url = new URL(text); origin = url.origin; } catch {} return origin;`, also where the variable holds the text
 * until then: `let path = text; try { const url = new URL(text); path = url.pathname; } catch {}`.
 */
function isComputedAndAskedFor(source: Source, handler: ErrorHandler): boolean {
  const { guarded } = handler;
  if (handler.kind !== 'catch-clause' || guarded?.type !== 'BlockStatement') return false;
  const last = getAssignment(guarded.body.at(-1))[0];
  if (!last) return false;
  const isInPlaceOf = (node: Node): boolean => getConversion(node) === node && isInPlace(source, last, node);
  const standIn = findStandIn(handler, last.left);
  const isTold = standIn ? isText(standIn) : isAskedForBehind(source, handler, last.left);
  if (!isTold && !some(source, guarded, isInPlaceOf)) return false;
  return some(source, guarded, (node) => getConversion(node) === node) && isPure(source, guarded);
}

/** `catch { text = '[unreadable]'; }` */
function findStandIn({ body }: ErrorHandler, target: Node): Node | undefined {
  const [assignment] = body?.type === 'BlockStatement' && body.body.length === 1 ? getAssignment(body.body[0]) : [];
  return assignment && getDottedName(assignment.left) === getDottedName(target) ? assignment.right : undefined;
}

/** Whether a value says that the input was unusable: nothing, the input itself, or a default that nobody takes for a result. */
function standsFor(source: Source, call: Conversion, value: Node): boolean {
  if (isNothing(value) || call.arguments.some((input) => getText(source, input) === getText(source, value)))
    return true;
  return (isPlainDefault(value) || isText(value)) && !readsStructure.test(getDottedName(call.callee));
}

/** `'[hidden]'`, or what a conversion makes of it: `JSON.stringify('[circular]')` */
function isText(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'Literal') return typeof inner.value === 'string' || isNothing(inner);
  const [text, ...others] = getConversion(inner)?.arguments ?? [];
  return text?.type === 'Literal' && others.length === 0;
}

/** What stands in the place of a whole document looks like one: `data = JSON.parse(text)`. */
const readsStructure = /parse/i;

/** `keys.forEach((key) => …)`: a `return` goes on with the next one. */
function isVisit(owner: FunctionNode | undefined): boolean {
  const call = owner?.parent;
  return call?.type === 'CallExpression' && getLastName(getDottedName(call.callee)) === 'forEach';
}

/** The one assignment that is guarded, or the two ways to the same variable: `if (base) url = new URL(text, base); else url = new URL(text);` */
function getOnlyAssignments({ kind, guarded }: ErrorHandler): readonly TSESTree.AssignmentExpression[] {
  if (kind !== 'catch-clause' || guarded?.type !== 'BlockStatement') return [];
  const [first, ...others] = guarded.body;
  if (!first || others.length > 0) return [];
  if (first.type !== 'IfStatement') return getAssignment(first);
  const ways = [first.consequent, ...(first.alternate ? [first.alternate] : [])];
  const assignments = ways.flatMap((way) => getAssignment(getOnlyStatement(way)));
  const names = new Set(assignments.map(({ left }) => getDottedName(left)));
  return assignments.length === ways.length && names.size === 1 ? assignments : [];
}

function getAssignment(statement: Node | undefined): readonly TSESTree.AssignmentExpression[] {
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  return expression?.type === 'AssignmentExpression' ? [expression] : [];
}

function getOnlyStatement(branch: Node): Node | undefined {
  if (branch.type !== 'BlockStatement') return branch;
  return branch.body.length === 1 ? branch.body[0] : undefined;
}

type Conversion = TSESTree.CallExpression | TSESTree.NewExpression;

/** Methods and functions that read a value off a text, or write one. */
const convert =
  /^(?:(?:JSON5?|YAML|yaml|toml|JSONC?)\.parse|(?:\w+\.)?stringify|atob|btoa|BigInt|structuredClone|new (?:URL|Date|RegExp|Headers|Intl\.\w+)|(?:fs\.)?realpath(?:Sync)?(?:\.native)?|\w*[a-zA-Z]To[A-Z]\w*|parse\w*|(?:de|en)code[A-Z]\w*)$/;

/** `JSON.parse(text)`, also as one side of a choice whose other side is nothing; `new URL(text).origin`, `new URL(text).toString()` */
function getConversion(value: Node): Conversion | undefined {
  const inner = unwrapExpression(value);
  if (inner.type === 'MemberExpression') return getConversion(inner.object);
  if (inner.type === 'ConditionalExpression') {
    if (isNothing(inner.consequent)) return getConversion(inner.alternate);
    return isNothing(inner.alternate) ? getConversion(inner.consequent) : undefined;
  }
  if (inner.type !== 'CallExpression' && inner.type !== 'NewExpression') return undefined;
  if (inner.callee.type === 'MemberExpression' && printsValue.test(getLastName(getDottedName(inner.callee))))
    return getConversion(inner.callee.object);
  const name = getDottedName(inner.callee);
  return convert.test(inner.type === 'NewExpression' ? `new ${name}` : name) ? inner : undefined;
}

/** Methods that write out what was read. */
const printsValue = /^to[A-Z]\w*String$|^to(?:String|JSON)$/;

function isInPlace(source: Source, { left }: TSESTree.AssignmentExpression, call: Conversion): boolean {
  const target = getText(source, left);
  const variable = left.type === 'Identifier' ? findVariable(source, left) : undefined;
  const before = (variable && getWrittenValues(variable))?.map((written) => getText(source, written)) ?? [];
  return call.arguments.some((argument) => {
    const text = getText(source, getOrigin(source, argument));
    return text === target || before.includes(text);
  });
}

/** `const value = query[key];`, `let path = given;` */
function getOrigin(source: Source, argument: Node): Node {
  const variable = argument.type === 'Identifier' ? findVariable(source, argument) : undefined;
  const only = variable && getOnlyValue(variable);
  return only?.type === 'MemberExpression' ? only : argument;
}

/** Whether the first use of a variable behind the handler asks whether there is a value in it. */
function isAskedForBehind(source: Source, { host }: ErrorHandler, target: Node): boolean {
  const variable = target.type === 'Identifier' ? findVariable(source, target) : undefined;
  const first = variable?.references.find(
    (reference) => reference.isRead() && reference.identifier.range[0] >= host.range[1],
  );
  if (!first) return false;
  return isAskedFor(first.identifier) || (startsAsNothing(variable) && isHandedOut(first.identifier));
}

/** `let url: URL | undefined;` */
function startsAsNothing(variable: Variable | undefined): boolean {
  const start = variable?.defs[0]?.node;
  return start?.type === 'VariableDeclarator' && (!start.init || isNothing(start.init));
}

/** `return url;` */
function isHandedOut({ parent }: Node): boolean {
  return parent?.type === 'ReturnStatement';
}
