import { getDottedName } from '../dotted-name.ts';
import type { Node } from '../source.ts';

/**
 * Whether a value, or something read from it, is only asked whether it is there: `if (data)`, `data?.rows`, `data ?? []`, `!data.length`.
 */
export function isAskedFor(value: Node): boolean {
  let child = value;
  for (let parent = child.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case 'MemberExpression':
        if (parent.object !== child) return false;
        if (parent.optional) return true;
        break;
      case 'CallExpression':
        if (parent.callee === child) break;
        return /^(?:Boolean|Array\.isArray|assert(?:\.ok)?|is[A-Z]\w*)$/.test(getDottedName(parent.callee));
      case 'IfStatement':
      case 'ConditionalExpression':
        return parent.test === child;
      case 'LogicalExpression':
        return true;
      case 'BinaryExpression':
        return /^[=!]==?$/.test(parent.operator) || parent.operator === 'instanceof';
      case 'UnaryExpression':
        return parent.operator === '!' || parent.operator === 'typeof';
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
        break;
      default:
        return false;
    }
  }
  return false;
}
