import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Source } from '../source.ts';

/** A task that is written down instead of being done. */
const openTask = /\b(?:TODO|FIXME|XXX)\b/;

/** Whether the author says, in the handler or behind it on its last line, that the handling is still to be written. */
export function isLeftOpen(source: Source, handler: ErrorHandler): boolean {
  const { node, body } = handler;
  const start = (body ?? node).range[0];
  const lineEnd = source.text.indexOf('\n', node.range[1]);
  const end = lineEnd < 0 ? source.text.length : lineEnd;
  if (!openTask.test(source.text.slice(start, end))) return false;
  return source
    .getAllComments()
    .some(({ range, value }) => range[0] >= start && range[1] <= end && openTask.test(value));
}
