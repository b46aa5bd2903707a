import type { TSESLint } from '@typescript-eslint/utils';
import { getFailure, type Failure } from '../patterns/causes/failure-channel.ts';
import type { Source } from '../patterns/source.ts';
import { shareSearch } from './share-search.ts';

/** Listeners that call `visit` for each failure that a file sends. */
export const visitFailures: (source: Source, visit: (failure: Failure) => void) => TSESLint.RuleListener = shareSearch(
  ['ThrowStatement', 'CallExpression'],
  (source, node) => {
    const failure = getFailure(source, node);
    return failure ? [failure] : none;
  },
);

const none: readonly Failure[] = [];
