import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import { collectCallees, collectNames, visitOwnNodes } from './child-nodes.ts';
import { findOrigins } from './find-origins.ts';
import type { Guard, GuardQuestion } from './throw-site.ts';

type Node = TSESTree.Node;

/** Describes one test that stands between the start of the function and the throw. */
export function describeGuard(test: Node, sourceText: string, otherwise: boolean, also?: GuardQuestion): Guard {
  const names = collectNames(test);
  const asks = [...(also ? [also] : []), ...collectQuestions(test, otherwise)];
  return {
    text: sourceText.slice(test.range[0], test.range[1]),
    names,
    origins: [...new Set(names.flatMap((name) => findOrigins(name, test)))],
    calls: collectCallees(test),
    asks: [...new Set(asks)],
    otherwise,
  };
}

/** What must hold for the throw to happen; behind an `else` every question is turned round. */
function collectQuestions(test: Node, otherwise: boolean): GuardQuestion[] {
  const questions: GuardQuestion[] = [];
  const ask = (node: Node, isNegated: boolean): void => {
    switch (node.type) {
      case 'LogicalExpression':
        ask(node.left, isNegated);
        ask(node.right, isNegated);
        break;
      case 'UnaryExpression':
        if (node.operator === '!') ask(node.argument, !isNegated);
        break;
      case 'ChainExpression':
      case 'AwaitExpression':
        ask(node.type === 'ChainExpression' ? node.expression : node.argument, isNegated);
        break;
      case 'BinaryExpression':
        questions.push(askBinary(node, isNegated));
        break;
      case 'CallExpression':
        questions.push(askCall(node, isNegated));
        break;
      case 'Identifier':
      case 'MemberExpression':
        if (isNegated) questions.push('absence');
        else questions.push(isErrorName(getDottedName(node)) ? 'failure' : 'flag');
        break;
    }
  };
  ask(test, otherwise);
  return questions;
}

function askBinary(node: TSESTree.BinaryExpression, isNegated: boolean): GuardQuestion {
  const operands: Node[] = [node.left, node.right];
  if (node.operator === 'instanceof') return 'type';
  if (node.operator === 'in') return 'membership';
  if (operands.some((operand) => operand.type === 'UnaryExpression' && operand.operator === 'typeof')) return 'type';
  const isSize = operands.some((operand) => /\.(?:length|size|byteLength|byteSize)$/.test(getDottedName(operand)));
  const isEqual = node.operator.startsWith('=') !== isNegated;
  if (operands.some(isNothing)) return isEqual ? 'absence' : 'presence';
  if (operands.some((operand) => operand.type === 'Literal' && operand.value === 0) && isSize)
    return isEqual ? 'absence' : 'presence';
  if (isSize) return 'size';
  if (/^[<>]/.test(node.operator)) return 'comparison';
  return operands.some((operand) => operand.type === 'Literal') ? 'choice' : 'comparison';
}

/** `null`, `undefined`, `''` and the `-1` of a failed search. */
function isNothing(operand: Node): boolean {
  if (operand.type === 'Literal') return operand.value === null || operand.value === '';
  if (operand.type === 'Identifier') return operand.name === 'undefined';
  return operand.type === 'UnaryExpression' && operand.operator === '-' && getDottedName(operand.argument) === '*';
}

function askCall(node: TSESTree.CallExpression, isNegated: boolean): GuardQuestion {
  const callee = getDottedName(node.callee);
  const last = callee.slice(callee.lastIndexOf('.') + 1);
  if (/^(?:includes|has|hasOwn|hasOwnProperty|indexOf|startsWith|endsWith|some|every)$/.test(last)) return 'membership';
  if (/^(?:test|match|matches)$/.test(last)) return 'pattern';
  if (/^(?:isArray|isInteger|isFinite|isNaN|isSafeInteger|isBuffer|isView)$/.test(last)) return 'type';
  if (/^(?:get|find|at|peek|shift|pop)/.test(last) && isNegated) return 'absence';
  return 'predicate';
}

export function isErrorName(name: string): boolean {
  return /(?:^|\.)(?:e|ex|err|error|exception|\w*Error)$/.test(name);
}

/** Collects the HTTP statuses that a test compares with, codes such as `ENOENT`, and the classes of `instanceof`. */
export function collectConstants(test: Node, found: { readonly statuses: number[]; readonly codes: string[] }): void {
  visitOwnNodes(test, (node) => {
    if (node.type === 'Literal') {
      const { value } = node;
      if (typeof value === 'number' && value >= 400 && value < 600) found.statuses.push(value);
      if (typeof value === 'string' && code.test(value)) found.codes.push(value);
    } else if (node.type === 'BinaryExpression' && node.operator === 'instanceof') {
      const name = getDottedName(node.right);
      found.codes.push(name.slice(name.lastIndexOf('.') + 1));
    }
  });
}

const code = /^(?=.*[_A-Z])[A-Za-z][\w-]{3,}$/;
