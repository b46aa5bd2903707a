import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/** Whether a value stands for no value: `null`, `undefined`, `false`, `''`. */
export function isNothing(value: Node): boolean {
  const inner = unwrapExpression(value);
  return (inner.type === 'Literal' && !inner.value) || (inner.type === 'Identifier' && inner.name === 'undefined');
}
