import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from './dotted-name.ts';
import type { ErrorHandler } from './handlers/error-handler.ts';
import { matchesName } from './name-pattern.ts';
import type { OctollmSettings } from './settings/settings.ts';
import { isFunction, isWithin, type Node, type Source, type Variable } from './source.ts';
import { unwrapExpression } from './unwrap-expression.ts';
import { findVariable, getWrittenValues } from './variables.ts';
import { some } from './walk.ts';

/**
 * Where a value inside a handler comes from: it *is* the caught error (or holds it whole), it is only *derived* from it
 * (a message, a stack, a template: the error itself is gone), or it has nothing to do with it.
 */
export type Provenance = 'caught' | 'derived' | 'unrelated';

export interface ProvenanceContext {
  readonly source: Source;
  readonly settings: OctollmSettings;
  /** Variables that hold a caught error: the handler's own and, for causes, those of the handlers around it. */
  readonly variables: readonly Variable[];
  /** Whether the variables are settled results, whose `reason` is the error. */
  readonly isSettled: boolean;
  /** What is known of other variables; one that is being looked at counts as unrelated, which ends circles. */
  readonly known: Map<Variable, Provenance>;
}

export function createProvenanceContext(
  source: Source,
  settings: OctollmSettings,
  handlers: readonly ErrorHandler[],
): ProvenanceContext {
  return {
    source,
    settings,
    variables: handlers.flatMap((handler) => handler.variables),
    isSettled: handlers.some((handler) => handler.kind === 'settled-result'),
    known: new Map(handlers.flatMap((handler) => handler.parts.map((part) => [part, 'derived']))),
  };
}

const deepest = 12;

export function getProvenance(context: ProvenanceContext, node: Node | null | undefined, depth = 0): Provenance {
  if (!node || depth > deepest) return 'unrelated';
  const inner = unwrapExpression(node);
  const next = (child: Node | null | undefined): Provenance => getProvenance(context, child, depth + 1);
  switch (inner.type) {
    case 'Identifier':
      return getIdentifierProvenance(context, inner, depth);
    case 'MemberExpression':
      return getMemberProvenance(context, inner, next);
    case 'ConditionalExpression':
      return strongest([next(inner.consequent), next(inner.alternate)]);
    case 'LogicalExpression':
      return strongest([next(inner.left), next(inner.right)]);
    case 'AssignmentExpression':
      return next(inner.right);
    case 'SequenceExpression':
      return next(inner.expressions.at(-1));
    case 'ArrayExpression':
      return strongest(inner.elements.map((element) => next(element)));
    case 'ObjectExpression':
      return strongest(inner.properties.map((property) => getPropertyProvenance(property, next)));
    case 'SpreadElement':
      return weaken(next(inner.argument));
    case 'TemplateLiteral':
      return weaken(strongest(inner.expressions.map(next)));
    case 'BinaryExpression':
      return weaken(strongest([next(inner.left), next(inner.right)]));
    case 'UnaryExpression':
      return weaken(next(inner.argument));
    case 'YieldExpression':
      return next(inner.argument);
    case 'NewExpression':
    case 'CallExpression':
      return getCallProvenance(context, inner, next);
    default:
      if (isFunction(inner)) return mentionsError(context, inner.body) ? 'caught' : 'unrelated';
      return mentionsError(context, inner) ? 'derived' : 'unrelated';
  }
}

/** Whether any identifier below a node is a variable that holds the error. */
export function mentionsError(context: ProvenanceContext, node: Node): boolean {
  if (context.variables.length === 0 && context.known.size === 0) return false;
  return some(
    context.source,
    node,
    (child) => child.type === 'Identifier' && getIdentifierProvenance(context, child, 0) !== 'unrelated',
  );
}

function getIdentifierProvenance(
  context: ProvenanceContext,
  identifier: TSESTree.Identifier,
  depth: number,
): Provenance {
  const parent = identifier.parent;
  if (parent?.type === 'MemberExpression' && parent.property === identifier && !parent.computed) return 'unrelated';
  if (parent?.type === 'Property' && parent.key === identifier && !parent.shorthand && !parent.computed)
    return 'unrelated';
  if (context.variables.length === 0 && context.known.size === 0) return 'unrelated';
  const variable = findVariable(context.source, identifier);
  if (!variable) return 'unrelated';
  if (context.variables.includes(variable)) return 'caught';
  const known = context.known.get(variable);
  if (known) return known;
  context.known.set(variable, 'unrelated');
  const provenance = getVariableProvenance(context, variable, depth);
  context.known.set(variable, provenance);
  return provenance;
}

function getVariableProvenance(context: ProvenanceContext, variable: Variable, depth: number): Provenance {
  if (isDestructuredFromError(context, variable, depth)) return 'derived';
  const values = getWrittenValues(variable);
  if (!values || values.length === 0) return 'unrelated';
  const local = values.filter((value) => context.variables.some(({ scope }) => isWithin(value, scope.block)));
  const provenances = (local.length > 0 ? local : values)
    .filter((value) => !isNothing(value))
    .map((value) => getProvenance(context, value, depth + 1));
  // One foreign write among several (`let text = 'unknown'; text = e.message`) and the variable is no alias of the error.
  return provenances.every((provenance) => provenance === 'caught')
    ? strongest(provenances)
    : weaken(strongest(provenances));
}

function isNothing(value: Node): boolean {
  const inner = unwrapExpression(value);
  return (
    (inner.type === 'Literal' && inner.value === null) || (inner.type === 'Identifier' && inner.name === 'undefined')
  );
}

function isDestructuredFromError(context: ProvenanceContext, variable: Variable, depth: number): boolean {
  const definition = variable.defs[0];
  if (definition?.type !== 'Variable' || definition.node.type !== 'VariableDeclarator') return false;
  if (definition.node.id.type === 'Identifier' || !definition.node.init) return false;
  return getProvenance(context, definition.node.init, depth + 1) !== 'unrelated';
}

/** What libraries call the error inside an error; reading it keeps the original. */
const innerErrorNames =
  /^(?:cause|error|err|reason|original|originalError|innerError|inner|errors|previous|exception)$/;

function getMemberProvenance(
  context: ProvenanceContext,
  member: TSESTree.MemberExpression,
  next: (child: Node) => Provenance,
): Provenance {
  const owner = next(member.object);
  if (owner === 'unrelated') return 'unrelated';
  const property = getPropertyName(member) ?? '';
  if (context.isSettled && property === 'reason') return 'caught';
  const holdsError = owner === 'caught' || isFailedTarget(member.object, next);
  return holdsError && innerErrorNames.test(property) ? 'caught' : 'derived';
}

/** What an event of the web happened to, `event.target`, has the error. */
function isFailedTarget(node: Node, next: (child: Node) => Provenance): boolean {
  const inner = unwrapExpression(node);
  return (
    inner.type === 'MemberExpression' &&
    /^(?:currentT|t)arget$/.test(getPropertyName(inner) ?? '') &&
    next(inner.object) === 'caught'
  );
}

function getPropertyProvenance(property: Node, next: (child: Node) => Provenance): Provenance {
  if (property.type !== 'Property') return next(property);
  return next(property.value);
}

/** Calls that keep nothing of the error but text. */
export const textMakers: RegExp =
  /^(?:String|stringify|toString|inspect|(?:format|describe)(?!\w*(?:Error|Err|Exception)$)\w*|\w*[mM]essage\w*|\w*Text|\w*(?<!From)String|\w*Stack)$/;

function getCallProvenance(
  context: ProvenanceContext,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  next: (child: Node) => Provenance,
): Provenance {
  const name = getDottedName(call.callee);
  const passed = strongest(call.arguments.map((argument) => next(argument)));
  if (matchesName(name, context.settings.normalizers) || matchesName(name, context.settings.errorFactories))
    return passed;
  // `const describe = () => e.message; show(describe())`: a function of the handler gives out what it knows of the error.
  const receiver = next(call.callee.type === 'MemberExpression' ? call.callee.object : call.callee);
  if (textMakers.test(getLastName(name))) return weaken(strongest([passed, receiver]));
  return strongest([passed, weaken(receiver)]);
}

export function strongest(provenances: readonly Provenance[]): Provenance {
  if (provenances.includes('caught')) return 'caught';
  return provenances.includes('derived') ? 'derived' : 'unrelated';
}

function weaken(provenance: Provenance): Provenance {
  return provenance === 'caught' ? 'derived' : provenance;
}
