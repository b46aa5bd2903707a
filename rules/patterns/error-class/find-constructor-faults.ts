import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import { getText, type Source } from '../source.ts';
import { collectOwn, some } from '../walk.ts';
import type { ClassFault } from './class-fault.ts';
import { getConstructor, type ErrorClass } from './error-class.ts';
import {
  findAssignments,
  findCallsWithThis,
  findMember,
  findParameterProperty,
  findSuperCalls,
  getParameterName,
  mayDefine,
} from './members.ts';

/** A constructor without `super` cannot run. */
export function findSuperFault(source: Source, { node }: ErrorClass): ClassFault | undefined {
  const constructor = getConstructor(node);
  if (!constructor?.body || findSuperCalls(source, node).length > 0) return undefined;
  // It may end early by other means, or hand out another object.
  const leaves = (['ReturnStatement', 'ThrowStatement'] as const).some(
    (type) => collectOwn(source, constructor.body, type).length > 0,
  );
  // A `super` inside an arrow function is called when that is.
  return leaves || some(source, constructor.body, ({ type }) => type === 'Super')
    ? undefined
    : { kind: 'noSuper', node: constructor };
}

const messageNames = /^(?:message|msg|errorMessage|text)$/;

/** The stack is written by `super` and begins with the message that it gets. */
export function findMessageFaults(source: Source, { node, base }: ErrorClass): readonly ClassFault[] {
  // What the constructor of another class makes of its arguments, the text does not show.
  if (base.kind !== 'built-in') return [];
  const body = getConstructor(node)?.body.body ?? [];
  const assigned = findAssignments(source, node, 'message').filter(
    (assignment) =>
      assignment.operator === '=' &&
      body.some((statement) => statement.type === 'ExpressionStatement' && statement.expression === assignment) &&
      // What needs the new error cannot be known before `super`.
      !some(source, assignment.right, ({ type }) => type === 'ThisExpression'),
  );
  const [passed] = findSuperCalls(source, node).flatMap((call) => call.arguments);
  if (assigned.length > 0)
    return assigned.flatMap((assignment): ClassFault[] => {
      const isRepeated = passed !== undefined && getText(source, passed) === getText(source, assignment.right);
      // A field without a value resets the message behind `super`, so it has to be written again.
      if (isRepeated && isReset(node, 'message')) return [];
      return [{ kind: isRepeated ? 'messageRepeated' : 'messageAssigned', node: assignment }];
    });
  return findDroppedMessage(source, node, base.name);
}

function findDroppedMessage(source: Source, node: ErrorClass['node'], base: string): readonly ClassFault[] {
  const parameter = getConstructor(node)?.params.find((candidate) =>
    messageNames.test(getParameterName(candidate) ?? ''),
  );
  const [call, ...others] = findSuperCalls(source, node);
  if (!parameter || !call || others.length > 0 || call.arguments.length > (base === 'AggregateError' ? 1 : 0))
    return [];
  if (findAssignments(source, node, 'message').length > 0 || isAccessor(findMember(node, 'message'))) return [];
  return findCallsWithThis(source, node).some((given) => mayDefine(given, 'message'))
    ? []
    : [{ kind: 'messageDropped', node: call, detail: getParameterName(parameter) ?? '' }];
}

function isReset(node: ErrorClass['node'], name: string): boolean {
  const member = findMember(node, name);
  return member?.type === 'PropertyDefinition' && !member.declare && !member.value;
}

function isAccessor(member: TSESTree.ClassElement | undefined): boolean {
  return member?.type === 'MethodDefinition' || member?.type === 'AccessorProperty';
}

/** Fields are written after `super`, over what that has made of its arguments. */
export function findShadowedFields(source: Source, { node }: ErrorClass): readonly ClassFault[] {
  return node.body.body.flatMap((member): ClassFault[] => {
    if (member.type !== 'PropertyDefinition' || member.static || member.declare) return [];
    const name = getPropertyName(member) ?? '';
    if (!/^(?:message|stack|cause)$/.test(name)) return [];
    // `cause = this.cause` gives the field another type and writes what stands there.
    if (member.value && getDottedName(member.value) === `this.${name}`) return [];
    // A stack of its own is how a class of many errors saves time.
    if (member.value) return name === 'stack' ? [] : [{ kind: 'shadowed', node: member, detail: name }];
    if (findAssignments(source, node, name).length > 0 || findParameterProperty(node, name)) return [];
    return [{ kind: 'shadowed', node: member, detail: name }];
  });
}

/** Whether the constructor of a class directly below the language's own has no way to take a cause. */
export function takesNoCause(source: Source, { node, base }: ErrorClass): boolean {
  if (base.kind !== 'built-in' || !getConstructor(node)) return false;
  const position = base.name === 'AggregateError' ? 2 : 1;
  const isHandedOn = findSuperCalls(source, node).some(
    ({ arguments: given }) => given.length > position || given.some(({ type }) => type === 'SpreadElement'),
  );
  if (isHandedOn || findAssignments(source, node, 'cause').length > 0) return false;
  if (findMember(node, 'cause') ?? findParameterProperty(node, 'cause')) return false;
  return !findCallsWithThis(source, node).some((call) => mayDefine(call, 'cause'));
}
