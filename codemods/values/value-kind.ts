import type { TSESTree } from '@typescript-eslint/types';
import {
  findVariable,
  getDottedName,
  getLastName,
  getOnlyValue,
  resolveFunction,
  type Node,
  type Source,
} from 'eslint-plugin-octollm/patterns';
import { findDeclaredType } from './declared-type.ts';

/** What a value certainly is, and so neither null nor undefined; `any` is accepted wherever another one is. */
export type ValueKind = 'string' | 'number' | 'any';

const deepest = 8;

/** Tells the kind of value that an expression has for a type checker, as far as the file alone says it. */
export function getValueKind(source: Source, node: Node, depth = 0): ValueKind | undefined {
  if (depth > deepest) return undefined;
  const getKind = (inner: Node): ValueKind | undefined => getValueKind(source, inner, depth + 1);
  switch (node.type) {
    case 'Literal':
      return toKind(typeof node.value);
    case 'TemplateLiteral':
      return 'string';
    case 'UnaryExpression':
      return node.operator === 'typeof' ? 'string' : undefined;
    case 'BinaryExpression':
      return getBinaryKind(node.operator, getKind(node.left), getKind(node.right));
    case 'ConditionalExpression':
      return join(getKind(node.consequent), getKind(node.alternate));
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return getKind(node.expression);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return getTypeKind(node.typeAnnotation);
    case 'CallExpression':
      return getCallKind(source, node);
    case 'Identifier':
      return getNamedKind(source, node, getKind);
    case 'MemberExpression':
      return getMemberKind(source, node, getKind);
    default:
      return undefined;
  }
}

/** Tells the kind of value that a type as written stands for. */
export function getTypeKind(type: TSESTree.TypeNode): ValueKind | undefined {
  switch (type.type) {
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType':
      return 'string';
    case 'TSNumberKeyword':
      return 'number';
    case 'TSAnyKeyword':
      return 'any';
    case 'TSLiteralType':
      return type.literal.type === 'Literal' ? toKind(typeof type.literal.value) : undefined;
    case 'TSUnionType':
      return type.types.map(getTypeKind).reduce(join);
    default:
      return undefined;
  }
}

function toKind(type: string): ValueKind | undefined {
  return type === 'string' || type === 'number' ? type : undefined;
}

function join(one: ValueKind | undefined, other: ValueKind | undefined): ValueKind | undefined {
  if (one === 'any' || other === 'any') return one && other && 'any';
  return one === other ? one : undefined;
}

function getBinaryKind(
  operator: string,
  left: ValueKind | undefined,
  right: ValueKind | undefined,
): ValueKind | undefined {
  if (operator === '+' && (left === 'string' || right === 'string')) return 'string';
  const isArithmetic = /^(?:[-+*/%]|\*\*)$/.test(operator);
  return isArithmetic && left === 'number' && right === 'number' ? 'number' : undefined;
}

const kindsOfCalls: ReadonlyMap<string, ValueKind> = new Map([
  ...['String', 'JSON.stringify', 'encodeURIComponent', 'decodeURIComponent', 'util.inspect', 'util.format'].map(
    (name): [string, ValueKind] => [name, 'string'],
  ),
  ...['Number', 'parseInt', 'parseFloat', 'Date.now', 'performance.now'].map((name): [string, ValueKind] => [
    name,
    'number',
  ]),
]);

/** Methods that return a text whatever they are called on. */
const textMethods =
  /^(?:toString|toLocaleString|toISOString|toFixed|toUpperCase|toLowerCase|trim|join|padStart|padEnd)$/;

function getCallKind(source: Source, node: TSESTree.CallExpression): ValueKind | undefined {
  if (node.optional) return undefined;
  const name = getDottedName(node.callee);
  const known = kindsOfCalls.get(name);
  if (known) return known;
  if (node.callee.type === 'MemberExpression' && !node.callee.optional && textMethods.test(getLastName(name)))
    return 'string';
  const returned = resolveFunction(source, node.callee)?.returnType?.typeAnnotation;
  return returned && getTypeKind(returned);
}

function getNamedKind(
  source: Source,
  node: TSESTree.Identifier,
  getKind: (inner: Node) => ValueKind | undefined,
): ValueKind | undefined {
  const type = findDeclaredType(source, node);
  if (type) return getTypeKind(type);
  const variable = findVariable(source, node);
  if (!variable) return node.name === 'Infinity' || node.name === 'NaN' ? 'number' : undefined;
  const [definition] = variable.defs;
  const parameter = definition?.type === 'Parameter' ? definition.name.parent : undefined;
  // A parameter with a default has the type of that.
  if (parameter?.type === 'AssignmentPattern' && parameter.left === definition?.name) return getKind(parameter.right);
  const value = getOnlyValue(variable);
  return value && getKind(value);
}

function getMemberKind(
  source: Source,
  node: TSESTree.MemberExpression,
  getKind: (inner: Node) => ValueKind | undefined,
): ValueKind | undefined {
  if (node.optional) return undefined;
  const type = findDeclaredType(source, node);
  if (type) return getTypeKind(type);
  if (isTextOfError(source, node)) return 'string';
  return getKind(node.object) === 'any' ? 'any' : undefined;
}

/** `error.message`, where the file calls it an error by its type or by a test around. */
function isTextOfError(source: Source, { object, property }: TSESTree.MemberExpression): boolean {
  if (property.type !== 'Identifier' || !/^(?:message|name)$/.test(property.name)) return false;
  const type = findDeclaredType(source, object);
  if (type?.type === 'TSTypeReference') return builtInErrors.test(getDottedName(type.typeName));
  return object.type === 'Identifier' && isTestedAsError(object);
}

const builtInErrors = /^(?:Type|Range|Syntax|Reference|Aggregate)?Error$/;

/** `error instanceof Error ? error.message : …`, `if (error instanceof HttpError) …` */
function isTestedAsError(name: TSESTree.Identifier): boolean {
  let child: Node = name;
  for (let parent: Node | undefined = child.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type !== 'ConditionalExpression' && parent.type !== 'IfStatement') continue;
    const { test, consequent } = parent;
    if (child !== consequent || test.type !== 'BinaryExpression' || test.operator !== 'instanceof') continue;
    if (getDottedName(test.left) === name.name && /(?:Error|Exception)$/.test(getDottedName(test.right))) return true;
  }
  return false;
}
