import { createClassifier, type CallClassifier } from './create-classifier.ts';

/**
 * Says what a failure means and what to do about it, on the strongest evidence there is.
 *
 * @param thrown Any value; one that says nothing is `unknown` and not retryable.
 * @param options The signals of the call and who answered, if known.
 */
export const classify: CallClassifier = createClassifier();
