/**
 * Says what a failure means and what to do about it.
 *
 * @module
 */

export { withClassification } from './by-mark.ts';
export type { CallSignals } from './by-signal.ts';
export type { Action, Classification, Classifier, Confidence, Sent } from './classification.ts';
export { classifyStructure } from './classify-structure.ts';
export { classify } from './classify.ts';
export { createClassifier } from './create-classifier.ts';
export type { CallClassifier, ClassifierOptions, ClassifyOptions } from './create-classifier.ts';
export type { Finding } from './finding.ts';
export type { Rule } from './rule.ts';
export { withProvider } from './with-provider.ts';
