import type { Node } from 'eslint-plugin-octollm/patterns';
import { getWholeRead, isOfError, type PropertyRead } from './property-read.ts';

/** The type that a read has to have, as what stands behind it tells: `e.status || e.statusCode || 500`. */
export function getFallbackType(read: PropertyRead): 'number' | 'string' | undefined {
  const whole = getWholeRead(read);
  let choice: Node = whole;
  while (choice.parent?.type === 'LogicalExpression' && choice.parent.operator !== '&&') choice = choice.parent;
  let last = choice;
  while (last.type === 'LogicalExpression') last = last.right;
  if (isOfError(read.property) || last === whole || last.type !== 'Literal') return undefined;
  const type = typeof last.value;
  return type === 'number' || type === 'string' ? type : undefined;
}
