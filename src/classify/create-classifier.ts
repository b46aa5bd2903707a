import { notify } from '../retry/notify.ts';
import { byClass, byKind } from './by-class.ts';
import { byConnectionText } from './by-connection-text.ts';
import { byHttp2Error } from './by-http2-error.ts';
import { byLimitedAccess } from './by-limited-access.ts';
import { byMark } from './by-mark.ts';
import { bySignal, type CallSignals } from './by-signal.ts';
import { byStatus } from './by-status.ts';
import { bySystemCode } from './by-system-code.ts';
import { chooseAction } from './choose-action.ts';
import type { Classification } from './classification.ts';
import { readLibraryDirective, readServerDirective } from './directive.ts';
import { toClassification, type Finding } from './finding.ts';
import { listErrors } from './list-errors.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { findFirst, type Rule } from './rule.ts';

/** Holds what a classifier knows beyond the general rules. */
export interface ClassifierOptions {
  /**
   * Rules for errors that you know; they decide after marks, our own classes and signals, before statuses and codes. One
   * that throws has nothing to say.
   */
  readonly rules?: readonly Rule[];
  /**
   * Improves on what the status or the code concluded, or concludes when neither did, from all errors of the chain.
   * Without it, and where it returns `undefined`, what was found stays.
   */
  readonly refine?: (errors: readonly unknown[], found: Finding | undefined) => Finding | undefined;
  /** Reads what no rule concludes, such as the id of the request. */
  readonly readFacts?: (errors: readonly unknown[]) => Partial<Classification>;
  /** Who answers, unless a call says otherwise. */
  readonly provider?: string;
  /** Hears what a rule, `refine` or `readFacts` threw; the classification is then made without it. */
  readonly onHookError?: (error: unknown) => void;
}

/** Holds what is known about the one call that failed. */
export interface ClassifyOptions extends CallSignals {
  /** Who answered; it beats every guess. */
  readonly provider?: string | undefined;
}

/**
 * Turns a thrown value into a classification; it never throws and never changes the value.
 *
 * @param thrown Any value.
 * @param options What is known about the call that failed.
 */
export type CallClassifier = (thrown: unknown, options?: ClassifyOptions) => Classification;

/**
 * Creates a classifier that weighs evidence by rank: marks and our own classes, the signal that ended the call, your
 * rules, the HTTP status, the code of the system. What the server orders about another attempt beats what follows from
 * the last three.
 *
 * @param classifier What to add.
 */
export function createClassifier(classifier: ClassifierOptions = {}): CallClassifier {
  return (thrown, options = {}) => {
    const errors = listErrors(thrown);
    const answer = findFirst([byLimitedAccess, byStatus], errors);
    const known = findFirst([byMark, byClass], errors) ?? bySignal(errors, options);
    const { provider = classifier.provider } = options;
    const finding = {
      ...(answer?.status && { status: answer.status }),
      ...ask(() => classifier.readFacts?.(errors), classifier),
      ...findFirst([readRetryAfter], errors),
      ...(known ?? weigh(errors, answer, classifier)),
      ...(provider !== undefined && { provider }),
    };
    return { ...toClassification(finding), action: chooseAction(finding) };
  };
}

function weigh(errors: readonly unknown[], answer: Finding | undefined, classifier: ClassifierOptions): Finding {
  const { rules = [], refine } = classifier;
  const found = answer ?? findFirst([byHttp2Error, bySystemCode, byConnectionText], errors);
  const ofUser = rules.map<Rule>((rule) => (error) => ask(() => rule(error), classifier));
  const best =
    findFirst(ofUser, errors) ?? ask(() => refine?.(errors, found), classifier) ?? found ?? findFirst([byKind], errors);
  const directive = findFirst([readServerDirective, readLibraryDirective], errors);
  return { kind: 'unknown', confidence: 'none', ...best, ...directive };
}

/** Asks a function of the user; a classifier has to answer whatever happens there. */
function ask<Answer>(question: () => Answer, { onHookError }: ClassifierOptions): Answer | undefined {
  try {
    return question();
  } catch (error) {
    void notify(onHookError, error, undefined);
    return undefined;
  }
}
