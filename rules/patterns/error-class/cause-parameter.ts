import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { textMakers } from '../provenance.ts';
import type { Node, Source, Variable } from '../source.ts';
import { getOutermostExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { getConstructor, type ClassNode } from './error-class.ts';

const causeNames = /^(?:cause|originalError|innerError|innerException|causedBy)$/;
const optionNames = /^(?:options|opts|errorOptions)$/;

/** A parameter of a constructor that takes a cause, or the options that hold one, and keeps neither. */
export interface DroppedCause {
  readonly name: string;
  readonly node: TSESTree.Identifier;
  /** Whether text of the cause reaches the message. */
  readonly keepsText: boolean;
}

export function findDroppedCause(source: Source, node: ClassNode): DroppedCause | undefined {
  for (const parameter of getConstructor(node)?.params ?? []) {
    const identifier = getCauseIdentifier(parameter);
    const variable = identifier && findVariable(source, identifier);
    if (!identifier || !variable) continue;
    const uses = getUses(variable);
    const isOptions = !causeNames.test(identifier.name);
    if (isOptions ? isCauseLeft(identifier, variable) : uses.every((isKept) => !isKept))
      return { name: identifier.name, node: identifier, keepsText: !isOptions && uses.length > 0 };
  }
  return undefined;
}

/** Whether nobody takes the cause out of the options: they are not read at all, or only for what else their type says is in them. */
function isCauseLeft(options: TSESTree.Identifier, variable: Variable): boolean {
  const reads = variable.references.filter((reference) => reference.isRead());
  if (reads.length === 0) return true;
  const type = options.typeAnnotation?.typeAnnotation;
  return type !== undefined && holdsCause(type) && reads.every(({ identifier }) => readsOther(identifier));
}

function readsOther(options: Node): boolean {
  const { parent } = getOutermostExpression(options);
  if (parent?.type !== 'MemberExpression') return false;
  return !/^(?:cause)?$/.test(getPropertyName(parent) ?? '');
}

function holdsCause(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSIntersectionType' || type.type === 'TSUnionType') return type.types.some(holdsCause);
  if (type.type === 'TSTypeLiteral')
    return type.members.some(
      (member) =>
        member.type === 'TSPropertySignature' && member.key.type === 'Identifier' && member.key.name === 'cause',
    );
  return isErrorOptions(type);
}

function getCauseIdentifier(parameter: Node): TSESTree.Identifier | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (target.type === 'ObjectPattern') return getCauseInPattern(target);
  if (target.type !== 'Identifier') return undefined;
  const type = target.typeAnnotation?.typeAnnotation;
  const isNamedForIt = causeNames.test(target.name) || optionNames.test(target.name);
  return isNamedForIt || (type && holdsCause(type)) ? target : undefined;
}

function getCauseInPattern(pattern: TSESTree.ObjectPattern): TSESTree.Identifier | undefined {
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || getPropertyName(property) !== 'cause') continue;
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    return value.type === 'Identifier' ? value : undefined;
  }
  return undefined;
}

function isErrorOptions(type: TSESTree.TypeNode): boolean {
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'ErrorOptions'
  );
}

/** One entry a mention: whether it keeps the value as a whole. */
function getUses(variable: Variable): boolean[] {
  return variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => isKept(identifier));
}

function isKept(identifier: Node): boolean {
  const value = getOutermostExpression(identifier);
  const { parent } = value;
  switch (parent?.type) {
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'IfStatement':
    case 'UnaryExpression':
      return false;
    case 'ConditionalExpression':
      return parent.test !== value;
    case 'LogicalExpression':
      return parent.right === value || parent.operator !== '&&';
    case 'MemberExpression':
      // The stack of the cause, appended to the own one, was the way before there were causes.
      return !/^(?:message|name|toString)$/.test(getPropertyName(parent) ?? '');
    case 'CallExpression':
      return !textMakers.test(getLastName(getDottedName(parent.callee)));
    default:
      return true;
  }
}
