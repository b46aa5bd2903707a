import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getWrittenValues } from '../variables.ts';
import type { Failure } from './failure-channel.ts';

/** Callees whose results frameworks let one throw although they are no errors. */
export const throwableResults: readonly string[] = [
  'Response',
  'redirect',
  'error',
  'json',
  'notFound',
  'data',
  'permanentRedirect',
];

/** Whether the result of a callee of that name may be thrown although it is no error. */
export type IsAllowed = (callee: string) => boolean;

/**
 * Says what a failure sends instead of an error, as far as the text alone proves it: a short description, `nothing` for `undefined`,
 * or undefined where it is or may be an error.
 */
export function describeNonError(source: Source, failure: Failure, isAllowed: IsAllowed): string | undefined {
  if (!failure.value) return 'nothing';
  const isCallback = failure.channel === 'callback' || failure.channel === 'destroy' || failure.channel === 'abort';
  if (isCallback && isAbsence(failure.value)) return undefined;
  // `next('route')` and `done('x')` are protocols of their own; only text with a blank or a template is a message.
  if (failure.channel === 'callback' && (!isMessage(failure.value) || takesText(source, failure.node)))
    return undefined;
  return describe(source, failure.value, isAllowed, 0);
}

function isAbsence(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'Literal') return inner.value === null || typeof inner.value === 'boolean';
  return inner.type === 'Identifier' && inner.name === 'undefined';
}

/** Who is told of errors takes texts as often as errors, unlike who is called back with `(error, result)`; some say so. */
function takesText(source: Source, call: Node): boolean {
  const callee = call.type === 'CallExpression' ? unwrapExpression(call.callee) : undefined;
  if (callee?.type !== 'Identifier') return false;
  if (/^on[Ee]rror$/.test(callee.name)) return true;
  const name = findVariable(source, callee)?.identifiers[0];
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  const first = type?.type === 'TSFunctionType' ? type.params[0] : undefined;
  return first?.type === 'Identifier' && first.typeAnnotation?.typeAnnotation.type === 'TSStringKeyword';
}

function isMessage(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'Literal')
    return typeof inner.value === 'string' && (/\s/.test(inner.value) || /fail|error|invalid|bad/i.test(inner.value));
  return inner.type === 'TemplateLiteral' || (inner.type === 'BinaryExpression' && inner.operator === '+');
}

function describe(source: Source, value: Node, isAllowed: IsAllowed, depth: number): string | undefined {
  const inner = unwrapExpression(value);
  switch (inner.type) {
    case 'Literal':
      return inner.value === null ? '`null`' : 'regex' in inner ? 'A regular expression' : describeLiteral(inner);
    case 'TemplateLiteral':
      return 'A string';
    case 'ObjectExpression':
      return 'A plain object';
    case 'ArrayExpression':
      return 'An array';
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
      return 'A function';
    case 'UnaryExpression':
    case 'UpdateExpression':
      return inner.type === 'UnaryExpression' && inner.operator === 'void' ? 'nothing' : 'A primitive value';
    case 'BinaryExpression':
      return 'A primitive value';
    case 'Identifier':
      return inner.name === 'undefined' ? 'nothing' : describeVariable(source, inner, isAllowed, depth);
    case 'AssignmentExpression':
      return describeAssignment(source, inner, isAllowed, depth);
    case 'SequenceExpression': {
      const last = inner.expressions.at(-1);
      return last && describe(source, last, isAllowed, depth);
    }
    case 'LogicalExpression':
      return describeLogical(source, inner, isAllowed, depth);
    case 'ConditionalExpression': {
      // One arm that may be an error is enough, as the text cannot tell which is taken.
      const consequent = describe(source, inner.consequent, isAllowed, depth);
      return consequent && describe(source, inner.alternate, isAllowed, depth) ? consequent : undefined;
    }
    case 'CallExpression':
      return describeCall(inner, isAllowed);
    default:
      return undefined;
  }
}

function describeLiteral(literal: TSESTree.Literal): string {
  if (typeof literal.value === 'string') return 'A string';
  if (typeof literal.value === 'number' || typeof literal.value === 'bigint') return 'A number';
  return 'A primitive value';
}

function describeAssignment(
  source: Source,
  node: TSESTree.AssignmentExpression,
  isAllowed: IsAllowed,
  depth: number,
): string | undefined {
  if (node.operator === '=' || node.operator === '&&=') return describe(source, node.right, isAllowed, depth);
  if (node.operator === '||=' || node.operator === '??=') return undefined;
  return 'A primitive value';
}

function describeLogical(
  source: Source,
  node: TSESTree.LogicalExpression,
  isAllowed: IsAllowed,
  depth: number,
): string | undefined {
  // `a && b` yields `a` only when that is falsy, which no error is.
  if (node.operator === '&&') return describe(source, node.right, isAllowed, depth);
  const left = describe(source, node.left, isAllowed, depth);
  return left && describe(source, node.right, isAllowed, depth) ? left : undefined;
}

function describeVariable(
  source: Source,
  identifier: TSESTree.Identifier,
  isAllowed: IsAllowed,
  depth: number,
): string | undefined {
  const variable = findVariable(source, identifier);
  if (!variable || depth > 3) return undefined;
  const values = getWrittenValues(variable);
  if (!values || values.length === 0) return undefined;
  const isReassigned = variable.references.some((reference) => reference.isWrite() && !reference.init);
  if (isReassigned && values.length > 1) return undefined;
  const texts = values.map((value) => describe(source, value, isAllowed, depth + 1));
  return texts.every((text) => text !== undefined) ? texts[0] : undefined;
}

const textMakers =
  /^(?:String|Number|Boolean|JSON\.stringify|Symbol|BigInt|parseInt|parseFloat|.*\.(?:toString|join|toUpperCase|toLowerCase|trim|format))$/;

function describeCall(call: TSESTree.CallExpression, isAllowed: IsAllowed): string | undefined {
  const name = getDottedName(call.callee);
  if (isAllowed(name)) return undefined;
  return textMakers.test(name) ? 'A primitive value' : undefined;
}
