import { isReason } from '../justification/reason.ts';
import type { Source } from '../source.ts';
import type { ErrorHandler } from './error-handler.ts';

const speaksOfErrors = /\b(?:err(?:or)?s?|failures?|fails?)\b/i;

/** Whether a comment right in front of a callback says what becomes of its error: `// Errors come by the hook.` */
export function isExplained(source: Source, { host, callback }: ErrorHandler): boolean {
  if (host.type !== 'CallExpression' || !callback) return false;
  const position = host.arguments.findIndex((argument) => argument === callback);
  const [, start] = (host.arguments[position - 1] ?? host.callee).range;
  const [end] = callback.range;
  return source
    .getAllComments()
    .some(({ range, value }) => range[0] >= start && range[1] <= end && speaksOfErrors.test(value) && isReason(value));
}
