import type { Node } from 'eslint-plugin-octollm/patterns';

/** Whether of a value only the truth is asked, or nothing at all. */
export function isTested(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return parent.test === node;
    case 'ExpressionStatement':
      return true;
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'void';
    case 'LogicalExpression':
      return parent.operator !== '??' && isTested(parent);
    default:
      return false;
  }
}

/** The kind of an expression that takes the place of another, which decides about brackets. */
export type Form = '&&' | '||' | '?:';

/** Whether an expression of a form needs brackets where another one stood. */
export function needsBrackets(text: string, node: Node, form: Form): boolean {
  const { parent } = node;
  if (!parent || isInBrackets(text, node)) return false;
  switch (parent.type) {
    case 'TemplateLiteral':
    case 'VariableDeclarator':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ExpressionStatement':
    case 'Property':
    case 'PropertyDefinition':
    case 'ArrayExpression':
    case 'AssignmentExpression':
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'SwitchStatement':
    case 'ArrowFunctionExpression':
    case 'JSXExpressionContainer':
      return false;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'ConditionalExpression':
      return parent.test === node && form === '?:';
    case 'LogicalExpression':
      return parent.operator !== form;
    default:
      return true;
  }
}

function isInBrackets(text: string, { range: [start, end] }: Node): boolean {
  return /\(\s*$/.test(text.slice(Math.max(0, start - 20), start)) && /^\s*\)/.test(text.slice(end, end + 20));
}
