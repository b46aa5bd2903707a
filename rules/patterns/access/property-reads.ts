import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import { getOutermostExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { isCaught, type CaughtValue } from './caught-value.ts';

/** One place at which a property of the caught value is taken: `e.message`, `const { code } = e`. */
export interface PropertyRead {
  readonly node: TSESTree.MemberExpression | TSESTree.ObjectPattern;
  /** The caught value, casts around it included. */
  readonly value: Node;
  readonly property: string;
  /** `e?.message`, `e && e.message` */
  readonly isOptional: boolean;
  /** Whether the value is only held against another one: `e.code === 'ENOENT'`. */
  readonly isCompared: boolean;
}

/** What every value has, except null and undefined. */
const universal = new Set(['toString', 'valueOf', 'constructor', 'hasOwnProperty']);

/** Finds the reads that count on the property: where its absence is provided for (`e.message ?? String(e)`), nothing is counted on. */
export function findPropertyReads(source: Source, caught: CaughtValue): PropertyRead[] {
  return caught.places.flatMap((place) => {
    const value = getOutermostExpression(place);
    return readMember(source, caught, value) ?? readPattern(value) ?? [];
  });
}

function readMember(source: Source, caught: CaughtValue, value: Node): PropertyRead | undefined {
  const node = value.parent;
  if (node?.type !== 'MemberExpression' || node.object !== value) return undefined;
  const property = getPropertyName(node);
  if (property === undefined || universal.has(property)) return undefined;
  if (isWritten(node) || isProvidedFor(node) || leavesOptional(value, property)) return undefined;
  const isOptional = node.optional || isBehindItself(caught, node);
  return { node, value, property, isOptional, isCompared: isCompared(source, node, property) };
}

/** `e && e.message` */
function isBehindItself(caught: CaughtValue, node: Node): boolean {
  const { parent } = node;
  return (
    parent?.type === 'LogicalExpression' &&
    parent.operator === '&&' &&
    parent.right === node &&
    isCaught(caught, parent.left)
  );
}

function isWritten(node: Node): boolean {
  const target = getOutermostExpression(node);
  const { parent } = target;
  if (parent?.type === 'AssignmentExpression') return parent.left === target;
  return parent?.type === 'UpdateExpression' || (parent?.type === 'UnaryExpression' && parent.operator === 'delete');
}

/** Whether the code asks whether the property is there, or says what else to take. */
function isProvidedFor(node: TSESTree.MemberExpression): boolean {
  let chain = getChain(node);
  // `(e && e.message) || String(e)`, `e.status ?? e.statusCode ?? 500`
  while (chain?.parent?.type === 'LogicalExpression' && chain.parent.right === chain) chain = chain.parent;
  if (!chain) return false;
  const { parent } = chain;
  switch (parent?.type) {
    case 'LogicalExpression':
      return parent.left === chain;
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return parent.test === chain;
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'typeof';
    default:
      return false;
  }
}

/** The whole of `e.response?.data?.text`, as long as each further link does without the one before it. */
function getChain(node: Node): Node | undefined {
  let current = getOutermostExpression(node);
  for (;;) {
    const { parent } = current;
    if (parent?.type === 'MemberExpression' && parent.object === current) {
      if (!parent.optional) return undefined;
    } else if (parent?.type === 'CallExpression' && parent.callee === current) {
      if (!parent.optional) return undefined;
    } else return current;
    current = getOutermostExpression(parent);
  }
}

/** `(e as { code?: string }).code`, `(e as Partial<HttpError>).status`: the cast itself says that the property may be missing. */
function leavesOptional(value: Node, property: string): boolean {
  if (value.type !== 'TSAsExpression' && value.type !== 'TSTypeAssertion') return false;
  const type = value.typeAnnotation;
  if (type.type === 'TSTypeReference') return /^(?:Partial|DeepPartial|Record)$/.test(getTypeName(type.typeName));
  if (type.type === 'TSUnionType')
    return type.types.some((member) => /^TS(?:Null|Undefined)Keyword$/.test(member.type));
  if (type.type !== 'TSTypeLiteral') return false;
  return type.members.some(
    (member) =>
      member.type === 'TSPropertySignature' &&
      member.key.type === 'Identifier' &&
      member.key.name === property &&
      (member.optional || member.typeAnnotation?.typeAnnotation.type === 'TSUnknownKeyword'),
  );
}

function getTypeName(name: TSESTree.EntityName): string {
  return name.type === 'Identifier' ? name.name : '';
}

const textProperties = new Set(['message', 'stack']);

/** Whether a value, or the constant that it is kept in, is only held against others. */
function isCompared(source: Source, node: Node, property: string, isConstant = false): boolean {
  const value = getChain(node);
  const parent = value?.parent;
  switch (parent?.type) {
    case 'BinaryExpression':
      return /^(?:[=!]==?|[<>]=?|in)$/.test(parent.operator);
    case 'SwitchStatement':
      return parent.discriminant === value;
    case 'CallExpression':
      // `['ENOENT', 'ENOTDIR'].includes(e.code)`; text is not compared but searched.
      return (
        !textProperties.has(property) &&
        parent.arguments[0] === value &&
        /^(?:includes|has|test)$/.test(getLastName(getDottedName(parent.callee)))
      );
    case 'VariableDeclarator':
      return !isConstant && parent.id.type === 'Identifier' && isComparedLater(source, parent.id, property);
    default:
      return false;
  }
}

/** `const code = e.code; if (code === 'ENOENT') …` */
function isComparedLater(source: Source, name: TSESTree.Identifier, property: string): boolean {
  const reads = findVariable(source, name)?.references.filter((reference) => reference.init !== true) ?? [];
  return (
    reads.length > 0 &&
    reads.every((reference) => reference.isRead() && isCompared(source, reference.identifier, property, true))
  );
}

/** `const { message } = e`, unless each name has a default. */
function readPattern(value: Node): PropertyRead | undefined {
  const declarator = value.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== value) return undefined;
  return declarator.id.type === 'ObjectPattern' ? readDestructured(declarator.id, value) : undefined;
}

/** Reads a pattern that takes the caught value apart: `catch ({ message })`. */
export function readDestructured(pattern: TSESTree.ObjectPattern, value: Node): PropertyRead | undefined {
  for (const member of pattern.properties) {
    if (member.type !== 'Property' || member.value.type === 'AssignmentPattern') continue;
    const property = getPropertyName(member);
    if (property === undefined || universal.has(property) || leavesOptional(value, property)) continue;
    return { node: pattern, value, property, isOptional: false, isCompared: false };
  }
  return undefined;
}
