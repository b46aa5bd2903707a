import type { Classification } from '../classify/classification.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import { getErrorMessage } from '../errors/get-error-message.ts';
import { CallScope } from '../pipeline/call-scope.ts';
import type { CallContext } from '../pipeline/strategy.ts';
import { suppress } from '../errors/suppressed.ts';
import { notify } from '../retry/notify.ts';
import type { Degradable } from './degradable.ts';
import type { FallbackContext, FallbackHandler, FallbackOptions } from './fallback-options.ts';
import { isReplaceable } from './is-replaceable.ts';

/** Calls a function inside a scope, and the handler when it fails. */
export async function runWithFallback<T, R>(
  fn: (context: CallContext) => T | PromiseLike<T>,
  handler: FallbackHandler<R>,
  options: FallbackOptions,
  scope: CallScope,
): Promise<Degradable<T | R>> {
  try {
    return { value: await fn(scope), degraded: false, suppressed: [] };
  } catch (error) {
    return replace(error, handler, options, scope);
  }
}

async function replace<R>(
  error: unknown,
  handler: FallbackHandler<R>,
  options: FallbackOptions,
  scope: CallScope,
): Promise<Degradable<R>> {
  const { onDegraded, onHookError } = options;
  const classification = scope.aborted ? undefined : classifyReplaceable(error, options);
  if (!classification) throw error;
  const value = await handleOrAggregate(error, handler, new FallbackScope(scope, classification));
  void notify(onDegraded, { error, classification }, onHookError);
  return { value, degraded: true, suppressed: [error] };
}

/** Returns what a failure means when it is to be replaced; without an answer of the user's functions it is not. */
function classifyReplaceable(
  error: unknown,
  { when = isReplaceable, classify = classifyStructure, onHookError }: FallbackOptions,
): Classification | undefined {
  try {
    const classification = classify(error);
    return when(classification, error) ? classification : undefined;
  } catch (bug) {
    suppress(error, bug);
    void notify(onHookError, bug, undefined);
    return undefined;
  }
}

async function handleOrAggregate<R>(error: unknown, handler: FallbackHandler<R>, context: FallbackContext): Promise<R> {
  try {
    return await handler(error, context);
  } catch (second) {
    const messages = `${getErrorMessage(error)}; its fallback failed, too: ${getErrorMessage(second)}`;
    throw new AggregateError([error, second], messages, { cause: error });
  }
}

class FallbackScope extends CallScope implements FallbackContext {
  readonly classification: Classification;

  constructor(outer: CallScope, classification: Classification) {
    super(outer);
    this.classification = classification;
  }
}
