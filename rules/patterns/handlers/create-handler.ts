import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import { isFunction, type FunctionNode, type Node, type Source, type Variable } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, resolveFunction } from '../variables.ts';
import { walk } from '../walk.ts';
import type { ErrorHandler, HandlerKind } from './error-handler.ts';

export function createCatchHandler(source: Source, clause: TSESTree.CatchClause): ErrorHandler {
  return bindVariables(source, {
    kind: 'catch-clause',
    node: clause,
    host: clause.parent,
    guarded: clause.parent.block,
    parameter: clause.param,
    body: clause.body,
    callback: null,
    reference: null,
    isConditional: false,
  });
}

/** Builds the handler for a function that is written in place or passed by name. */
export function createCallbackHandler(
  source: Source,
  kind: HandlerKind,
  argument: Node,
  host: Node,
  guarded: Node | undefined,
): ErrorHandler {
  const inner = unwrapExpression(argument);
  const isInline = isFunction(inner);
  const callback = isInline ? inner : resolveFunction(source, inner);
  const parameter = callback ? getErrorParameter(callback, kind) : null;
  return bindVariables(source, {
    kind,
    node: argument,
    host,
    guarded,
    parameter,
    body: callback?.body ?? null,
    callback: callback ?? null,
    reference: isInline ? null : getDottedName(inner),
    isConditional: kind === 'callback',
  });
}

/** Undefined where the result has no name by which its reason could be followed (`results[0]`). */
export function createSettledHandler(
  source: Source,
  branch: TSESTree.IfStatement,
  result: Node,
): ErrorHandler | undefined {
  const inner = unwrapExpression(result);
  const variable = inner.type === 'Identifier' ? findVariable(source, inner) : undefined;
  if (!variable) return undefined;
  return {
    kind: 'settled-result',
    node: branch,
    host: branch,
    guarded: undefined,
    parameter: inner,
    variables: [variable],
    parts: [],
    body: branch.consequent,
    callback: null,
    reference: null,
    isConditional: false,
  };
}

/** `window.onerror` gets the error last; everyone else gets it first. */
function getErrorParameter(callback: FunctionNode, kind: HandlerKind): Node | null {
  const position = kind === 'error-event' && callback.params.length === 5 ? 4 : 0;
  const parameter = callback.params[position];
  if (!parameter) return null;
  if (parameter.type === 'Identifier' && parameter.name === 'this') return callback.params[position + 1] ?? null;
  return parameter;
}

/** Adds what the parameter declares; it is looked up when somebody asks, because many a handler is judged without its scopes. */
function bindVariables(source: Source, handler: Omit<ErrorHandler, 'variables' | 'parts'>): ErrorHandler {
  let variables: readonly Variable[] | undefined;
  let parts: readonly Variable[] | undefined;
  return {
    ...handler,
    get variables() {
      return (variables ??= getBoundVariables(source, handler.parameter));
    },
    get parts() {
      return (parts ??= getParts(source, handler.parameter));
    },
  };
}

function getBoundVariables(source: Source, parameter: Node | null): Variable[] {
  let target = parameter;
  if (target?.type === 'AssignmentPattern') target = target.left;
  if (target?.type === 'RestElement') target = target.argument;
  if (target?.type !== 'Identifier') return [];
  const variable = findVariable(source, target);
  return variable ? [variable] : [];
}

function getParts(source: Source, parameter: Node | null): Variable[] {
  let target = parameter;
  if (target?.type === 'AssignmentPattern') target = target.left;
  if (target?.type === 'RestElement') target = target.argument;
  if (target?.type !== 'ObjectPattern' && target?.type !== 'ArrayPattern') return [];
  const parts: Variable[] = [];
  walk(source, target, (node) => {
    if (node.type !== 'Identifier') return;
    const variable = findVariable(source, node);
    if (variable?.defs.some((definition) => definition.name === node)) parts.push(variable);
  });
  return parts;
}
