import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from '../dotted-name.ts';
import { matchesName } from '../name-pattern.ts';
import { getDottedName } from '../dotted-name.ts';
import { getProvenance, strongest, type ProvenanceContext } from '../provenance.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue } from '../variables.ts';
import { findConstructions, isBuiltInConstruction, type ErrorConstruction } from './error-construction.ts';

/** Whether a new error carries the caught one. */
export type CauseState =
  | { readonly kind: 'kept' }
  /** Arguments that cannot be read off the text (spreads, options from elsewhere). */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing' }
  /** Only text of the error is kept as the cause. */
  | { readonly kind: 'lossy'; readonly value: Node }
  /** The cause is something else. */
  | { readonly kind: 'wrong'; readonly value: Node };

const kept: CauseState = { kind: 'kept' };
const unknown: CauseState = { kind: 'unknown' };
const missing: CauseState = { kind: 'missing' };

/** Where a class takes its cause, as the project says for its own classes. */
export interface CauseSlot {
  /** Position of the argument that is the cause, or that holds it. */
  readonly position: number;
}

export function getCauseState(
  context: ProvenanceContext,
  construction: ErrorConstruction,
  slots: ReadonlyMap<string, CauseSlot>,
): CauseState {
  const { source } = context;
  const args = construction.node.arguments;
  if (args.some((argument) => argument.type === 'SpreadElement')) return unknown;
  if (isAttachedLater(context, construction)) return kept;
  const slot = slots.get(construction.className);
  if (slot) return getArgumentState(context, args[slot.position]);
  if (isBuiltInConstruction(source, construction)) return getBuiltInState(context, construction);
  if (matchesName(getDottedName(construction.node.callee), context.settings.errorFactories)) {
    return strongest(args.map((argument) => getProvenance(context, argument))) === 'caught' ? kept : missing;
  }
  return getCustomState(context, args);
}

function getBuiltInState(context: ProvenanceContext, construction: ErrorConstruction): CauseState {
  const args = construction.node.arguments;
  if (construction.className === 'SuppressedError')
    return strongest(args.map((argument) => getProvenance(context, argument))) === 'caught' ? kept : missing;
  if (construction.className === 'AggregateError') {
    if (args[0] && getProvenance(context, args[0]) === 'caught') return kept;
    return getArgumentState(context, args[2]);
  }
  return getArgumentState(context, args[1]);
}

/** A class of the project may take its cause anywhere: an argument that is the error, or an object that holds it. */
function getCustomState(context: ProvenanceContext, args: readonly TSESTree.CallExpressionArgument[]): CauseState {
  for (const argument of args) {
    const options = getObject(context.source, argument);
    const cause = options && findCause(options);
    if (cause) return getValueState(context, cause);
    if (options && takesStack(context, options)) return kept;
  }
  if (strongest(args.map((argument) => getProvenance(context, argument))) === 'caught') return kept;
  return args.slice(1).some((argument) => isOpaqueOptions(context.source, argument)) ? unknown : missing;
}

/** `ResourceError.NotFound({ message, stack, data })`: the new error goes by the stack of the one that was caught. */
function takesStack(context: ProvenanceContext, options: TSESTree.ObjectExpression): boolean {
  return options.properties.some(
    (property) =>
      property.type === 'Property' &&
      getPropertyName(property) === 'stack' &&
      getProvenance(context, property.value) !== 'unrelated',
  );
}

function getArgumentState(context: ProvenanceContext, argument: Node | undefined): CauseState {
  if (!argument) return missing;
  const options = getObject(context.source, argument);
  if (!options) {
    if (getProvenance(context, argument) === 'caught') return kept;
    return isOpaqueOptions(context.source, argument) ? unknown : missing;
  }
  const cause = findCause(options);
  if (cause) return getValueState(context, cause);
  return options.properties.some((property) => property.type === 'SpreadElement') ? unknown : missing;
}

function getValueState(context: ProvenanceContext, value: Node): CauseState {
  const provenance = getProvenance(context, value);
  if (provenance === 'caught') return kept;
  // `inner.cause = e; throw new X(m, { cause: inner })`: a chain whose last link keeps the caught error.
  if (findConstructions(context.source, value).some((link) => isAttachedLater(context, link))) return kept;
  return { kind: provenance === 'derived' ? 'lossy' : 'wrong', value };
}

/** The options literal that an argument is, or that the variable it names was initialised with. */
export function getObject(source: Source, argument: Node): TSESTree.ObjectExpression | undefined {
  const inner = unwrapExpression(argument);
  if (inner.type === 'ObjectExpression') return inner;
  if (inner.type !== 'Identifier') return undefined;
  const variable = findVariable(source, inner);
  const value = variable && getOnlyValue(variable);
  const initial = value && unwrapExpression(value);
  return initial?.type === 'ObjectExpression' ? initial : undefined;
}

function findCause(options: TSESTree.ObjectExpression): Node | undefined {
  for (const property of options.properties.toReversed())
    if (property.type === 'Property' && /^(?:cause|originalError|innerError)$/.test(getPropertyName(property) ?? ''))
      return property.value;
  return undefined;
}

/** An argument such as `options` or `getOptions()` may hold a cause; text, numbers and names of text may not. */
function isOpaqueOptions(source: Source, argument: Node): boolean {
  const inner = unwrapExpression(argument);
  if (inner.type === 'Identifier') {
    if (inner.name === 'undefined') return false;
    return (
      /^(?:opts?|options|\w*Options|init|params|errorInit|props)$/.test(inner.name) &&
      getObject(source, inner) === undefined
    );
  }
  return inner.type === 'CallExpression' && /[oO]ptions|[iI]nit|[cC]ause/.test(getDottedName(inner.callee));
}

/** `const error = new X(m); error.cause = e; throw error;` and `Object.assign(new X(m), { cause: e })`. */
function isAttachedLater(context: ProvenanceContext, construction: ErrorConstruction): boolean {
  let parent = construction.node.parent;
  if (parent.type === 'CallExpression' && getDottedName(parent.callee) === 'Object.assign')
    return parent.arguments.slice(1).some((argument) => getProvenance(context, argument) === 'caught');
  while (parent.type.startsWith('TS') && parent.parent) parent = parent.parent;
  if (isBuilderChain(context, construction.node)) return true;
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  const variable = findVariable(context.source, parent.id);
  return (
    variable?.references.some((reference) => {
      const member = climbCasts(reference.identifier).parent;
      if (member?.type === 'CallExpression' && getDottedName(member.callee) === 'Object.assign')
        return member.arguments.slice(1).some((argument) => getProvenance(context, argument) === 'caught');
      if (member?.type !== 'MemberExpression') return false;
      const use = climbCasts(member).parent;
      if (use?.type === 'AssignmentExpression' && use.left === climbCasts(member))
        return getProvenance(context, use.right) === 'caught';
      const call =
        use?.type === 'CallExpression' ? use : use?.parent?.type === 'CallExpression' ? use.parent : undefined;
      return call?.arguments.some((argument) => getProvenance(context, argument) === 'caught') ?? false;
    }) ?? false
  );
}

function climbCasts(node: Node): Node {
  let current = node;
  while (current.parent && (current.parent.type === 'TSAsExpression' || current.parent.type === 'TSNonNullExpression'))
    current = current.parent;
  return current;
}

/** `new X(m).causedBy(e)` */
function isBuilderChain(context: ProvenanceContext, node: Node): boolean {
  const member = node.parent;
  if (member?.type !== 'MemberExpression' || member.object !== node || member.parent.type !== 'CallExpression')
    return false;
  if (member.parent.arguments.some((argument) => getProvenance(context, argument) === 'caught')) return true;
  return isBuilderChain(context, member.parent);
}
