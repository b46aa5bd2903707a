import { getDottedName, type Node, type Source } from 'eslint-plugin-octollm/patterns';
import { getValueKind } from '../values/value-kind.ts';

/** A number that an option holds: as text that stands anywhere but beside an operator, and its value where the text tells it. */
export interface Quantity {
  readonly text: string;
  readonly value: number | undefined;
  /** Whether the text can be an operand as it is. */
  readonly isSimple: boolean;
}

export function toQuantity(value: number): Quantity {
  return { text: String(value), value, isSimple: true };
}

/** Reads the number of an option; where it may be missing, the text falls back to the default that p-retry would take. */
export function readQuantity(source: Source, node: Node | undefined, fallback: number): Quantity {
  if (!node) return toQuantity(fallback);
  const text = source.text.slice(node.range[0], node.range[1]);
  if (node.type === 'Literal' && typeof node.value === 'number') return { text, value: node.value, isSimple: true };
  if (/^(?:Number\.POSITIVE_INFINITY|Infinity)$/.test(getDottedName(node))) return toQuantity(Infinity);
  const isSimple = node.type === 'Identifier' || node.type === 'MemberExpression' || node.type === 'CallExpression';
  if (isCertain(source, node)) return { text, value: undefined, isSimple };
  return { text: `${isSimple ? text : `(${text})`} ?? ${fallback}`, value: undefined, isSimple: false };
}

/** `retries ?? 3` is a number whenever `retries` fits the option. */
function isCertain(source: Source, node: Node): boolean {
  const value = node.type === 'LogicalExpression' && node.operator !== '&&' ? node.right : node;
  return getValueKind(source, value) === 'number';
}

/** Writes a number as an operand. */
export function toOperand({ text, isSimple }: Quantity): string {
  return isSimple ? text : `(${text})`;
}

/** Writes a number plus one. */
export function plusOne(quantity: Quantity): string {
  return quantity.value === undefined ? `${toOperand(quantity)} + 1` : String(quantity.value + 1);
}
