import { redactText } from '../../serialize/redact.ts';

const mostCodePoints = 500;

/** Returns a text that may be shown and logged: without secrets and at most 500 code points long. */
export function toDetail(text: string): string | undefined {
  const points = Array.from(redactText(text).trim());
  if (points.length === 0) return undefined;
  return points.length <= mostCodePoints ? points.join('') : `${points.slice(0, mostCodePoints - 1).join('')}…`;
}
