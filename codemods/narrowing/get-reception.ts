import type { TSESTree } from '@typescript-eslint/types';
import {
  findVariable,
  getDottedName,
  getEnclosingFunction,
  getPropertyName,
  type FunctionNode,
  type Node,
} from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { receiveArgument } from './argument-reception.ts';
import { isTested } from './positions.ts';
import { certain, combine, doubtful, likely, type Reception } from './reception.ts';
import { isOpenType } from './type-text.ts';

const deepest = 6;

/** Tells whether what stands around an expression compiles when the type of that becomes `unknown`. */
export function getReception(file: SyntaxFile, node: Node, depth = 0): Reception {
  const { parent } = node;
  if (!parent || depth > deepest) return doubtful('goes too far to follow');
  const next = (outer: Node): Reception => getReception(file, outer, depth + 1);
  if (isTested(node)) return certain;
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'ThrowStatement':
    case 'SwitchStatement':
      return certain;
    case 'TemplateLiteral':
      return parent.parent.type === 'TaggedTemplateExpression' ? next(parent) : certain;
    case 'AwaitExpression':
    case 'ChainExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'ArrayExpression':
    case 'ObjectExpression':
      return next(parent);
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? next(parent) : certain;
    case 'UnaryExpression':
      return parent.operator === 'typeof' ? certain : doubtful(`is given to \`${parent.operator}\``);
    case 'BinaryExpression':
      return receiveInBinary(parent, node);
    case 'Property':
      return receiveAsMember(parent, next);
    case 'CallExpression':
    case 'NewExpression':
      return receiveArgument(file, parent, node);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return receiveAsResult(node);
    case 'AssignmentExpression':
      return receiveInAssignment(file, parent, node);
    case 'VariableDeclarator':
      return receiveInDeclaration(file, parent, depth);
    case 'MemberExpression':
      return doubtful(`is read further, as \`.${getPropertyName(parent) ?? '[…]'}\``);
    case 'SpreadElement':
      return doubtful('is spread');
    default:
      return doubtful('is used in a way that needs its type');
  }
}

function receiveInBinary({ operator, left, right }: TSESTree.BinaryExpression, node: Node): Reception {
  if (/^[!=]==?$/.test(operator) || (operator === 'instanceof' && left === node)) return certain;
  if (operator === '+' && isText(left === node ? right : left)) return certain;
  return doubtful(`is compared or computed with \`${operator}\``);
}

function isText(node: Node): boolean {
  if (node.type === 'TemplateLiteral') return true;
  if (node.type === 'Literal') return typeof node.value === 'string';
  return node.type === 'BinaryExpression' && node.operator === '+' && (isText(node.left) || isText(node.right));
}

/** `{ cause: e }`, which is `unknown` wherever causes are typed, and `{ error: e }`, which depends on who gets the object. */
function receiveAsMember(property: TSESTree.Property, next: (outer: Node) => Reception): Reception {
  if (property.parent.type !== 'ObjectExpression') return doubtful('is taken apart');
  return getPropertyName(property) === 'cause' ? certain : next(property.parent);
}

function receiveAsResult(node: Node): Reception {
  const returned = getReturnType(getEnclosingFunction(node));
  return returned && isOpenType(returned) ? certain : doubtful('is returned');
}

/** What a function says that it returns, behind the promise of an async one. */
function getReturnType(node: FunctionNode | undefined): TSESTree.TypeNode | undefined {
  const written = node?.returnType?.typeAnnotation;
  if (!node?.async || written?.type !== 'TSTypeReference') return written;
  return written.typeArguments?.params[0];
}

function receiveInAssignment(
  { source }: SyntaxFile,
  { left, right, operator }: TSESTree.AssignmentExpression,
  node: Node,
): Reception {
  if (right !== node || operator !== '=') return doubtful('is written to');
  if (left.type === 'MemberExpression' && getPropertyName(left) === 'cause') return likely;
  const variable = left.type === 'Identifier' ? findVariable(source, left) : undefined;
  const declared = variable?.defs[0]?.name;
  const type = declared?.type === 'Identifier' ? declared.typeAnnotation?.typeAnnotation : undefined;
  return type && isOpenType(type) ? certain : doubtful(`is assigned to \`${getDottedName(left)}\``);
}

/** `const code = e.code;`: whoever uses the constant gets what the value has become. */
function receiveInDeclaration(file: SyntaxFile, declarator: TSESTree.VariableDeclarator, depth: number): Reception {
  const { id, parent } = declarator;
  if (id.type !== 'Identifier') return doubtful('is taken apart');
  const written = id.typeAnnotation?.typeAnnotation;
  if (written) return isOpenType(written) ? certain : doubtful(`is assigned to \`${id.name}\``);
  const variable = parent.kind === 'const' ? findVariable(file.source, id) : undefined;
  if (!variable || parent.parent.type === 'ExportNamedDeclaration') return doubtful(`is assigned to \`${id.name}\``);
  const receptions = variable.references
    .filter((reference) => reference.isRead())
    .map(({ identifier }) => getReception(file, identifier, depth + 1));
  return combine(receptions);
}
