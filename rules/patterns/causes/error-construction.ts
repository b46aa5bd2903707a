import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue, isGlobal } from '../variables.ts';

/** An expression that makes a new error: `new X(…)`, `Error(…)`, `createXError(…)`, `Object.assign(new X(…), …)`. */
export interface ErrorConstruction {
  readonly node: TSESTree.NewExpression | TSESTree.CallExpression;
  /** Last part of the callee: `NotFoundError` of `errors.NotFoundError`. */
  readonly className: string;
  /** `new X(…)` and built-in calls construct; a factory is a function that is named for an error. */
  readonly isFactory: boolean;
}

export const builtInErrors: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'URIError',
  'EvalError',
  'AggregateError',
  'SuppressedError',
]);

const errorName = /(?:Error|Exception|Failure|Fault|Err|Rejection)\d*$/;
const notAnError = /^(?:Response|Redirect|Promise|Proxy|Map|Set|Array|Object|URL|Date)$/;

/** Reads an error construction off an expression, or undefined where none is recognised. */
export function getErrorConstruction(value: Node): ErrorConstruction | undefined {
  const inner = unwrapExpression(value);
  if (inner.type === 'NewExpression') {
    const className = getLastName(getDottedName(inner.callee));
    return notAnError.test(className) ? undefined : { node: inner, className, isFactory: false };
  }
  if (inner.type !== 'CallExpression') return undefined;
  const name = getDottedName(inner.callee);
  if (name === 'Object.assign') {
    const first = inner.arguments[0];
    return first ? getErrorConstruction(first) : undefined;
  }
  if (builtInErrors.has(name)) return { node: inner, className: name, isFactory: false };
  const last = getLastName(name);
  // `ConnectionError.timeout(…)`, `HttpErrors.badRequest(…)`: a static maker of the class that owns it.
  const owner = /(?:^|\.)([A-Z]\w*(?:Error|Exception))s?\.\w+$/.exec(name)?.[1];
  if (owner && !/^(?:is|from|wrap|to|capture|prototype)/.test(last))
    return { node: inner, className: owner, isFactory: true };
  const isNamedForIt =
    errorName.test(last) &&
    !/^(?:is|has|to|get|as|on|handle|ensure|log|parse|format|throw|set|check|find|mark|print|render|report|show)[A-Z]/.test(
      last,
    );
  return isNamedForIt ? { node: inner, className: last, isFactory: true } : undefined;
}

/** Whether the constructed class looks like an error by its name; `throw new X()` needs no such proof. */
export function isNamedAsError(construction: ErrorConstruction): boolean {
  return builtInErrors.has(construction.className) || errorName.test(construction.className);
}

/** Whether this is one of the language's own error classes and not a class of that name declared or imported here. */
export function isBuiltInConstruction(source: Source, construction: ErrorConstruction): boolean {
  if (!builtInErrors.has(construction.className)) return false;
  const callee = unwrapExpression(construction.node.callee);
  if (callee.type === 'MemberExpression')
    return /^(?:globalThis|window|self|global)$/.test(getDottedName(callee.object));
  return callee.type === 'Identifier' && isGlobal(source, callee);
}

/**
 * Finds the constructions that a value may be: the value itself, the arms of a choice, or what a variable was initialised with.
 */
export function findConstructions(source: Source, value: Node, depth = 0): ErrorConstruction[] {
  const inner = unwrapExpression(value);
  if (inner.type === 'ConditionalExpression')
    return [
      ...findConstructions(source, inner.consequent, depth),
      ...findConstructions(source, inner.alternate, depth),
    ];
  if (inner.type === 'LogicalExpression')
    return [...findConstructions(source, inner.left, depth), ...findConstructions(source, inner.right, depth)];
  if (inner.type === 'SequenceExpression') {
    const last = inner.expressions.at(-1);
    return last ? findConstructions(source, last, depth) : [];
  }
  if (inner.type === 'AssignmentExpression') return findConstructions(source, inner.right, depth);
  if (inner.type === 'Identifier') {
    const variable = depth < 3 ? findVariable(source, inner) : undefined;
    const initial = variable ? getOnlyValue(variable) : undefined;
    return initial ? findConstructions(source, initial, depth + 1) : [];
  }
  if (inner.type === 'CallExpression' && getDottedName(inner.callee) === 'Object.assign')
    return inner.arguments[0] ? findConstructions(source, inner.arguments[0], depth) : [];
  const construction = getErrorConstruction(inner);
  return construction ? [construction] : [];
}
