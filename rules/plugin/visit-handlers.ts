import type { TSESLint } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../patterns/handlers/error-handler.ts';
import { findHandlers, handlerNodeTypes } from '../patterns/handlers/find-handler.ts';
import type { Node, Source } from '../patterns/source.ts';

/** Listeners that call `visit` for each error handler of a file. */
export function visitHandlers(source: Source, visit: (handler: ErrorHandler) => void): TSESLint.RuleListener {
  const listen = (node: Node): void => {
    for (const handler of findHandlers(source, node)) visit(handler);
  };
  return Object.fromEntries(handlerNodeTypes.map((type) => [type, listen]));
}
