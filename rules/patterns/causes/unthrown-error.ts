import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { findClass, getErrorClass, mayDefineErrors } from '../error-class/error-class.ts';
import type { Node, Source } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import {
  builtInErrors,
  getErrorConstruction,
  isBuiltInConstruction,
  type ErrorConstruction,
} from './error-construction.ts';

/** Where a new error stays without being thrown: nobody can ever read it there. */
export type UnthrownPlace = 'statement' | 'variable' | 'callback';

export interface UnthrownError {
  readonly construction: ErrorConstruction;
  readonly place: UnthrownPlace;
  /** The statement, the declarator or the function body that ends with the error. */
  readonly holder: Node;
}

/** Reads an error that a node makes and that goes nowhere, or undefined for every other node. */
export function getUnthrownError(source: Source, node: Node): UnthrownError | undefined {
  if (node.type !== 'NewExpression' && !isBuiltInCall(node)) return undefined;
  const found = findPlace(node);
  if (!found) return undefined;
  const construction = getErrorConstruction(node);
  if (!construction || !isError(source, construction)) return undefined;
  return found.place === 'variable' && isRead(source, found.holder) ? undefined : { construction, ...found };
}

function isBuiltInCall(node: Node): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && builtInErrors.has(node.callee.name);
}

function findPlace(node: Node): Pick<UnthrownError, 'place' | 'holder'> | undefined {
  const value = getOutermostExpression(node);
  const holder = value.parent;
  switch (holder?.type) {
    case 'ExpressionStatement':
      return { place: 'statement', holder };
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'SequenceExpression':
      return climb(holder, value);
    case 'VariableDeclarator':
      return holder.id.type === 'Identifier' ? { place: 'variable', holder } : undefined;
    case 'ArrowFunctionExpression':
      return holder.body === value && isVoidCallback(holder) ? { place: 'callback', holder } : undefined;
    default:
      return undefined;
  }
}

/** `isBad && new X()`: the last value of an expression that nobody reads, or that only a variable holds. */
function climb(node: Node, value: Node): Pick<UnthrownError, 'place' | 'holder'> | undefined {
  const isTest =
    (node.type === 'ConditionalExpression' && node.test === value) ||
    (node.type === 'LogicalExpression' && node.left === value);
  return isTest ? undefined : findPlace(node);
}

/** Calls that take no notice of what their callback returns. */
const ignoring =
  /^(?:forEach|setTimeout|setInterval|setImmediate|queueMicrotask|nextTick|requestAnimationFrame|on|once|addListener|addEventListener|finally)$/;

function isVoidCallback(callback: TSESTree.ArrowFunctionExpression): boolean {
  const { parent } = callback;
  return (
    parent.type === 'CallExpression' &&
    parent.callee !== callback &&
    ignoring.test(getLastName(getDottedName(parent.callee)))
  );
}

function isError(source: Source, construction: ErrorConstruction): boolean {
  const { className } = construction;
  const callee = unwrapExpression(construction.node.callee);
  if (callee.type !== 'Identifier') return errorName.test(className);
  if (builtInErrors.has(className)) return isBuiltInConstruction(source, construction);
  const isNamedForIt = errorName.test(className);
  if (!isNamedForIt && !mayDefineErrors(source)) return false;
  const local = findClass(source, callee);
  // A class that the file shows is an error by what it extends; of any other the name tells.
  return local ? getErrorClass(source, local) !== undefined : isNamedForIt;
}

const errorName = /(?:Error|Exception)$/;

/** Whether anything reads a variable, or another file may. */
function isRead(source: Source, declarator: Node): boolean {
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return true;
  if (declarator.parent.parent.type === 'ExportNamedDeclaration') return true;
  const variable = findVariable(source, declarator.id);
  // At the top level of a script the name is for every other script.
  if (!variable || variable.scope.type === 'global') return true;
  return variable.references.some((reference) => reference.isRead()) || variable.defs.length !== 1;
}
