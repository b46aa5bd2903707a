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
import { findDeclaredType } from '../values/declared-type.ts';
import { receiveArgument } from './argument-reception.ts';
import { isTested } from './positions.ts';
import { receiveAsCause } from './receive-cause.ts';
import { certain, combine, doubtful, likely, withoutError, type Reception } from './reception.ts';
import { receiveType } from './receive-type.ts';

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
      return next(parent);
    case 'LogicalExpression':
    case 'ArrayExpression':
    case 'ObjectExpression':
      return withoutError(next(parent));
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? next(parent) : certain;
    case 'UnaryExpression':
      return parent.operator === 'typeof' ? certain : doubtful(`is given to \`${parent.operator}\``);
    case 'BinaryExpression':
      return receiveInBinary(parent, node);
    case 'Property':
      return receiveAsMember(file, parent, next);
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

/** `{ error: e }`, which depends on who gets the object. */
function receiveAsMember(file: SyntaxFile, property: TSESTree.Property, next: (outer: Node) => Reception): Reception {
  const { parent } = property;
  if (parent.type !== 'ObjectExpression') return doubtful('is taken apart');
  const cause = getPropertyName(property) === 'cause' ? receiveAsCause(file, parent) : undefined;
  return cause ?? withoutError(next(parent));
}

function receiveAsResult(node: Node): Reception {
  const returned = getReturnType(getEnclosingFunction(node));
  return receiveType(returned) ?? doubtful('is returned');
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
  return receiveType(findDeclaredType(source, left)) ?? doubtful(`is assigned to \`${getDottedName(left)}\``);
}

/** `const code = e.code;`: whoever uses the constant gets what the value has become. */
function receiveInDeclaration(file: SyntaxFile, declarator: TSESTree.VariableDeclarator, depth: number): Reception {
  const { id, parent } = declarator;
  if (id.type !== 'Identifier') return doubtful('is taken apart');
  const written = id.typeAnnotation?.typeAnnotation;
  if (written) return receiveType(written) ?? doubtful(`is assigned to \`${id.name}\``);
  const variable = parent.kind === 'const' ? findVariable(file.source, id) : undefined;
  if (!variable || parent.parent.type === 'ExportNamedDeclaration') return doubtful(`is assigned to \`${id.name}\``);
  const receptions = variable.references
    .filter((reference) => reference.isRead())
    .map(({ identifier }) => getReception(file, identifier, depth + 1));
  return combine(receptions.map(withoutError));
}
