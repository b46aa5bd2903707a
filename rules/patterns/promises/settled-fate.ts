import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { isFunction, type Node, type Source, type Variable } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, resolveFunction } from '../variables.ts';
import { getEntryFate } from './entry-fate.ts';
import { joinReadings, type Reading } from './reading.ts';

/**
 * What becomes of the rejected entries of a settled list: nobody reads the list, only its fulfilled entries are read, or somebody can see
 * the others.
 */
export type SettledFate = 'discarded' | 'fulfilled-only' | 'seen';

/** Follows the result of a `Promise.allSettled` call to where it is read. */
export function getSettledFate(source: Source, call: TSESTree.CallExpression): SettledFate {
  return followList(source, call) ?? 'discarded';
}

function followList(source: Source, list: Node): Reading {
  const value = getOutermostValue(list);
  const parent = value.parent;
  switch (parent?.type) {
    case 'ExpressionStatement':
      return undefined;
    case 'UnaryExpression':
      return parent.operator === 'void' ? undefined : 'seen';
    case 'VariableDeclarator':
      return followPattern(source, parent.id);
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' && isStatement(parent) ? followPattern(source, parent.left) : 'seen';
    case 'ForOfStatement':
      return followEntries(
        source,
        parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]?.id : undefined,
      );
    case 'MemberExpression':
      return parent.object === value ? followMember(source, parent) : 'seen';
    default:
      return 'seen';
  }
}

function isStatement({ parent }: Node): boolean {
  return parent?.type === 'ExpressionStatement';
}

/** Casts, optional chains and `await` around a value are climbed. */
function getOutermostValue(node: Node): Node {
  let current = node;
  while (
    current.parent &&
    (/^(?:ChainExpression|AwaitExpression)$/.test(current.parent.type) ||
      /^TS\w+Expression$|^TSTypeAssertion$/.test(current.parent.type))
  )
    current = current.parent;
  return current;
}

function followPattern(source: Source, id: Node): Reading {
  if (id.type === 'ArrayPattern')
    return joinReadings(id.elements.map((element) => (element ? getEntryFate(source, element) : undefined)));
  const variable = id.type === 'Identifier' ? findVariable(source, id) : undefined;
  return variable ? followVariable(source, variable) : 'seen';
}

function followVariable(source: Source, variable: Variable): Reading {
  // What a module exports is read elsewhere.
  if (variable.identifiers.some(({ parent }) => /^Export/.test(parent.parent?.parent?.type ?? ''))) return 'seen';
  return joinReadings(
    variable.references
      .filter((reference) => reference.isRead())
      .map(({ identifier }) => followList(source, identifier)),
  );
}

function followEntries(source: Source, entry: Node | undefined): Reading {
  return entry ? getEntryFate(source, entry) : 'seen';
}

function followMember(source: Source, member: TSESTree.MemberExpression): Reading {
  const property = getPropertyName(member);
  // `results[0]` is one entry, under whatever expression.
  if (member.computed && !/\D/.test(property ?? '0')) return getEntryFate(source, member);
  if (property === 'length') return isCompared(member) ? 'seen' : undefined;
  const call = getCall(member);
  if (!call || property === undefined) return 'seen';
  if (property === 'then') return call.arguments.length > 0 ? followThen(source, call) : 'seen';
  if (property === 'finally') return followList(source, call);
  return iterations.test(property) ? followIteration(source, property, call) : 'seen';
}

function getCall(member: TSESTree.MemberExpression): TSESTree.CallExpression | undefined {
  return member.parent.type === 'CallExpression' && member.parent.callee === member ? member.parent : undefined;
}

/** `.then((results) => …)` */
function followThen(source: Source, call: TSESTree.CallExpression): Reading {
  const [argument] = call.arguments;
  const callback = argument && unwrapExpression(argument);
  if (!isFunction(callback)) return 'seen';
  const [parameter] = callback.params;
  return parameter ? followPattern(source, parameter) : undefined;
}

const iterations = /^(?:map|flatMap|filter|forEach|some|every|find|findLast|findIndex|reduce)$/;

function followIteration(source: Source, method: string, call: TSESTree.CallExpression): Reading {
  const [argument] = call.arguments;
  if (!argument) return 'seen';
  const callback = resolveFunction(source, argument);
  if (!callback) return isFulfilledFilter(argument) && !isCounted(source, call) ? 'fulfilled-only' : 'seen';
  // One that worked is enough: `results.find(({ status }) => status === 'fulfilled')`.
  if (/^(?:find|some|every)/.test(method)) return 'seen';
  const entry = callback.params[method === 'reduce' ? 1 : 0];
  const reading = entry ? getEntryFate(source, entry) : undefined;
  // How many there are tells how many failed.
  return reading === 'fulfilled-only' && isCounted(source, call) ? 'seen' : reading;
}

/** `results.filter(isFulfilled)` */
function isFulfilledFilter(argument: Node): boolean {
  return /fulfilled|succe|resolved/i.test(getLastName(getDottedName(argument)));
}

/** Whether somebody asks how long the list is that an iteration makes. */
function isCounted(source: Source, call: Node): boolean {
  const value = getOutermostValue(call);
  const { parent } = value;
  if (parent?.type === 'MemberExpression' && parent.object === value) {
    if (getPropertyName(parent) === 'length') return true;
    const next = getCall(parent);
    return next !== undefined && isCounted(source, next);
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return findVariable(source, parent.id)?.references.some(({ identifier }) => isLength(identifier.parent)) ?? false;
}

function isLength(node: Node | undefined): boolean {
  return node?.type === 'MemberExpression' && getPropertyName(node) === 'length';
}

function isCompared(member: Node): boolean {
  return getOutermostValue(member).parent?.type === 'BinaryExpression';
}
