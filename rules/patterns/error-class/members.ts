import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn } from '../walk.ts';
import { getConstructor, type ClassNode } from './error-class.ts';

/** Finds the field, accessor or method of an instance by its name. */
export function findMember(node: ClassNode, name: string): TSESTree.ClassElement | undefined {
  return node.body.body.find((member) => 'key' in member && !member.static && getPropertyName(member) === name);
}

/** Finds the parameter of the constructor that declares a property: `constructor(readonly code: string)`. */
export function findParameterProperty(node: ClassNode, name: string): TSESTree.TSParameterProperty | undefined {
  return getConstructor(node)?.params.find(
    (parameter): parameter is TSESTree.TSParameterProperty =>
      parameter.type === 'TSParameterProperty' && getParameterName(parameter) === name,
  );
}

/** The name of a parameter, whatever stands around it; undefined for a pattern. */
export function getParameterName(parameter: Node): string | undefined {
  switch (parameter.type) {
    case 'Identifier':
      return parameter.name;
    case 'AssignmentPattern':
      return getParameterName(parameter.left);
    case 'TSParameterProperty':
      return getParameterName(parameter.parameter);
    case 'RestElement':
      return getParameterName(parameter.argument);
    default:
      return undefined;
  }
}

/** The assignments to a property of `this` in the constructor. */
export function findAssignments(source: Source, node: ClassNode, name: string): TSESTree.AssignmentExpression[] {
  const body = getConstructor(node)?.body;
  if (!body) return [];
  return collectOwn(source, body, 'AssignmentExpression').filter(
    ({ left }) =>
      left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && getPropertyName(left) === name,
  );
}

export function findSuperCalls(source: Source, node: ClassNode): TSESTree.CallExpression[] {
  const body = getConstructor(node)?.body;
  return body ? collectOwn(source, body, 'CallExpression').filter(({ callee }) => callee.type === 'Super') : [];
}

/** The calls of the constructor that get the new error as a whole: `Object.defineProperty(this, …)`, `setUp(this)`. */
export function findCallsWithThis(source: Source, node: ClassNode): TSESTree.CallExpression[] {
  const body = getConstructor(node)?.body;
  return body ? collectOwn(source, body, 'CallExpression').filter(takesThis) : [];
}

function takesThis({ callee, arguments: given }: TSESTree.CallExpression): boolean {
  if (given.some((argument) => unwrapExpression(argument).type === 'ThisExpression')) return true;
  return /^this\.\w+$/.test(getDottedName(callee));
}

/** Whether a class has a property of that name, wherever it is defined: a field, an accessor, a parameter or the constructor. */
export function definesProperty(source: Source, node: ClassNode, name: string): boolean {
  const isMember = node.body.body.some((member) => 'key' in member && getPropertyName(member) === name);
  if (isMember || findParameterProperty(node, name) || findAssignments(source, node, name).length > 0) return true;
  return findCallsWithThis(source, node).some((call) => mayDefine(call, name)) || hasStaticSetup(source, node);
}

const leavesAlone =
  /^(?:Error\.captureStackTrace|(?:Object|Reflect)\.(?:setPrototypeOf|freeze|seal|preventExtensions))$/;

/** Whether a call that gets `this` can define the property, as far as its name and its literals tell. */
export function mayDefine(call: TSESTree.CallExpression, name: string): boolean {
  const callee = getDottedName(call.callee);
  if (leavesAlone.test(callee) || callee.endsWith('.captureStackTrace')) return false;
  if (!/^(?:Object|Reflect)\.defineProperty$/.test(callee)) return true;
  const [, key] = call.arguments;
  return key?.type !== 'Literal' || key.value === name;
}

/** A static block or a decorator may set up anything: `static { describe(this, { name: 'GoneError' }); }`. */
export function hasStaticSetup(source: Source, node: ClassNode): boolean {
  if (node.decorators?.length > 0) return true;
  return node.body.body.some(
    (member) =>
      member.type === 'StaticBlock' &&
      member.body.some((statement) => collectOwn(source, statement, 'ThisExpression').length > 0),
  );
}
