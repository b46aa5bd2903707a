import type { TSESLint } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../patterns/handlers/error-handler.ts';
import { findHandlers } from '../patterns/handlers/find-handler.ts';
import { getHandlerNodeTypes } from '../patterns/handlers/handler-node-types.ts';
import type { Source } from '../patterns/source.ts';
import { shareSearch } from './share-search.ts';

/** Listeners that call `visit` for each error handler of a file. */
export const visitHandlers: (source: Source, visit: (handler: ErrorHandler) => void) => TSESLint.RuleListener =
  shareSearch(({ text }) => getHandlerNodeTypes(text), findHandlers);
