import type { TSESTree } from '@typescript-eslint/types';
import {
  findVariable,
  getDottedName,
  getOutermostExpression,
  getPropertyName,
  type ErrorConstruction,
  type Node,
  type Source,
} from 'eslint-plugin-octollm/patterns';
import { getValueKind } from '../values/value-kind.ts';

/** Why a built-in error cannot be made into one of a class, for a person to read. */
export interface Obstacle {
  readonly kind: 'arguments' | 'message' | 'cast' | 'own-properties';
  readonly reason: string;
}

/**
 * Finds what keeps an error from being made of a class that takes a text and an options object.
 *
 * @param isTyped whether the file is type-checked
 */
export function findObstacle(source: Source, { node }: ErrorConstruction, isTyped: boolean): Obstacle | undefined {
  const [message, options, ...others] = node.arguments;
  if (others.length > 0 || isSpread(message) || isSpread(options) || (options && !isOptions(options)))
    return { kind: 'arguments', reason: 'Its arguments are not a message and options: choose the class by hand.' };
  if (!message || isEmptyText(message)) return noMessage;
  if (isTyped && getTextKind(source, message) === undefined)
    return {
      kind: 'message',
      reason:
        'Its message may be undefined or no text, as far as this file tells: give it a text, then choose a class.',
    };
  return findCast(node) ?? findOwnProperties(source, node);
}

/** For what says nothing of the failure. */
export const noMessage: Obstacle = {
  kind: 'message',
  reason: 'It has no message: say what was attempted and why it failed, then choose a class.',
};

/** Whether a text is written down that has no word in it: `''`, `'...'`. */
export function isEmptyText(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string' && !word.test(node.value);
  return (
    node.type === 'TemplateLiteral' && node.expressions.length === 0 && !word.test(node.quasis[0]?.value.raw ?? '')
  );
}

const word = /\p{L}/u;

/** What is left of `text ?? other` and `text || other` is a text or nothing, or the built-in class would not take it either. */
function getTextKind(source: Source, message: Node): string | undefined {
  const value = message.type === 'LogicalExpression' && message.operator !== '&&' ? message.right : message;
  const kind = getValueKind(source, value);
  return kind === 'number' ? undefined : kind;
}

function isSpread(argument: Node | undefined): boolean {
  return argument?.type === 'SpreadElement';
}

/** `new Error('failed', error)` says nothing of a cause: the built-in class drops the error, and ours would read details off it. */
const errorName = /^(?:e|ex|err|error|cause|reason|\w+(?:Err|Error))$/;

function isOptions(node: Node): boolean {
  if (node.type === 'Identifier') return !errorName.test(node.name);
  return node.type === 'ObjectExpression';
}

const plainTypes = /^(?:Error|any|unknown)$/;

/** `new Error('x') as CodedError` gets the fields of another class; which ones ours would have is a question for a person. */
function findCast(node: Node): Obstacle | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === 'TSNonNullExpression' || current.type === 'TSSatisfiesExpression') continue;
    if (current.type !== 'TSAsExpression' && current.type !== 'TSTypeAssertion') {
      const type = current.type === 'VariableDeclarator' ? current.id.typeAnnotation?.typeAnnotation : undefined;
      return type && !isPlain(type) ? cast : undefined;
    }
    if (!isPlain(current.typeAnnotation)) return cast;
  }
  return undefined;
}

const cast: Obstacle = {
  kind: 'cast',
  reason: 'It is used as an error of another type: throw an error of that class, or of one that extends it.',
};

function isPlain(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some(isPlain);
  if (type.type === 'TSTypeReference') return plainTypes.test(getDottedName(type.typeName));
  return type.type === 'TSAnyKeyword' || type.type === 'TSUnknownKeyword';
}

/** What an error of the hierarchy can be given afterwards without a change of what it is. */
const harmless = /^(?:cause|message|stack)$/;

/** `error.code = 'X'`, `error.name = 'Y'`, `Object.assign(new Error('x'), { status: 404 })`: an error that is more than plain. */
function findOwnProperties(source: Source, node: Node): Obstacle | undefined {
  const value = getOutermostExpression(node);
  const { parent } = value;
  if (parent?.type === 'CallExpression' && isDefinition(parent, value)) return ownProperties;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined;
  const uses = findVariable(source, parent.id)?.references ?? [];
  return uses.some(({ identifier }) => getsProperty(getOutermostExpression(identifier))) ? ownProperties : undefined;
}

function getsProperty(error: Node): boolean {
  const { parent } = error;
  if (parent?.type === 'CallExpression') return isDefinition(parent, error);
  if (parent?.type !== 'MemberExpression' || parent.object !== error) return false;
  const member = getOutermostExpression(parent);
  const isTarget = member.parent?.type === 'AssignmentExpression' && member.parent.left === member;
  return isTarget && !harmless.test(getPropertyName(parent) ?? '');
}

function isDefinition({ callee, arguments: [first] }: TSESTree.CallExpression, error: Node): boolean {
  return first === error && /^(?:Object|Reflect)\.(?:assign|define\w+|set\w+)$/.test(getDottedName(callee));
}

const ownProperties: Obstacle = {
  kind: 'own-properties',
  reason: 'It gets properties of its own, which callers may rely on: choose a class that has them, or define one.',
};
