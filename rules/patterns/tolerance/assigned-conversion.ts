import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getText, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue } from '../variables.ts';
import { isAskedFor } from './presence-test.ts';

/**
 * Whether all that is guarded is one conversion whose result goes into a variable: `try { value = JSON.parse(value); } catch {}` hands on
 * the text as it was, `try { data = JSON.parse(text); } catch { return undefined; }` answers for unusable input, and with
 * `let url; try { url = new URL(text); } catch {}` the code behind asks whether there is one: `url?.hostname`.
 */
export function isAssignedConversion(source: Source, handler: ErrorHandler, { exit, value }: Outcome): boolean {
  const assignment = getOnlyAssignment(handler);
  const call = assignment && getConversion(assignment.right);
  if (!assignment || !call) return false;
  if (exit === 'end') return isInPlace(source, assignment, call) || isAskedForBehind(source, handler, assignment.left);
  return exit === 'return' && value !== null && isNothing(value);
}

function getOnlyAssignment({ kind, guarded }: ErrorHandler): TSESTree.AssignmentExpression | undefined {
  if (kind !== 'catch-clause' || guarded?.type !== 'BlockStatement' || guarded.body.length !== 1) return undefined;
  const [first] = guarded.body;
  const statement = first?.type === 'IfStatement' && !first.alternate ? getOnlyStatement(first.consequent) : first;
  const assignment = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  return assignment?.type === 'AssignmentExpression' ? assignment : undefined;
}

function getOnlyStatement(branch: Node): Node | undefined {
  if (branch.type !== 'BlockStatement') return branch;
  return branch.body.length === 1 ? branch.body[0] : undefined;
}

/** Methods and functions that read a value off a text, or write one. */
const convert =
  /^(?:(?:JSON5?|YAML|yaml|toml|JSONC?)\.parse|decodeURI(?:Component)?|atob|BigInt|new URL|\w*[a-z]To[A-Z]\w*|parse\w*)$/;

/** `JSON.parse(text)`, also as one side of a choice whose other side is nothing; `new URL(text).origin` */
function getConversion(value: Node): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  const inner = unwrapExpression(value);
  if (inner.type === 'MemberExpression') return getConversion(inner.object);
  if (inner.type === 'ConditionalExpression') {
    if (isNothing(inner.consequent)) return getConversion(inner.alternate);
    return isNothing(inner.alternate) ? getConversion(inner.consequent) : undefined;
  }
  if (inner.type !== 'CallExpression' && inner.type !== 'NewExpression') return undefined;
  const name = getDottedName(inner.callee);
  return convert.test(inner.type === 'NewExpression' ? `new ${name}` : name) ? inner : undefined;
}

function isInPlace(
  source: Source,
  { left }: TSESTree.AssignmentExpression,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): boolean {
  const target = getText(source, left);
  return call.arguments.some((argument) => getText(source, getOrigin(source, argument)) === target);
}

/** `const value = query[key];` */
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
  return first !== undefined && isAskedFor(first.identifier);
}

function isNothing(value: Node): boolean {
  const inner = unwrapExpression(value);
  return (inner.type === 'Literal' && !inner.value) || (inner.type === 'Identifier' && inner.name === 'undefined');
}
