import type { TSESLint } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../patterns/handlers/error-handler.ts';
import { findHandlers, handlerNodeTypes } from '../patterns/handlers/find-handler.ts';
import type { Source } from '../patterns/source.ts';
import { shareSearch } from './share-search.ts';

/** Listeners that call `visit` for each error handler of a file. */
export const visitHandlers: (source: Source, visit: (handler: ErrorHandler) => void) => TSESLint.RuleListener =
  shareSearch(handlerNodeTypes, findHandlers);
