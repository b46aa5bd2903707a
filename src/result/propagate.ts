/// <reference lib="es2015.generator" preserve="true" />
/// <reference lib="es2018.asyncgenerator" preserve="true" />
import type { Err, ErrorOf, Result } from './result.ts';
import { isOk, ok } from './result.ts';

/** Yields the failures that end it and returns a value: the body that `propagate` runs. */
export type Body<Failure, T> = Generator<Failure, T, never> | AsyncGenerator<Failure, T, never>;

/**
 * Runs a body that stops at its first failure: what `?` does in Rust.
 *
 * ```ts
 * const result = propagate(function* () {
 *   const text = yield* orReturn(detectPii(input));
 *   yield* orReturn(limiter.check());
 *   return cache.get(text) ?? text;
 * });
 * ```
 *
 * The errors of all steps become the error type of the result. An `async function*` gives the promise of a result. What is
 * opened in a `try` is closed in its `finally`; no `catch` in between sees a failure. Results of neverthrow can be
 * delegated to without `orReturn`.
 *
 * @param body Returns the value of the success.
 * @throws What the body throws: an exception is a bug, not a result.
 */
export function propagate<Failure extends Err<unknown>, T>(
  body: () => Generator<Failure, T, never>,
): Result<T, ErrorOf<Failure>>;
export function propagate<Failure extends Err<unknown>, T>(
  body: () => AsyncGenerator<Failure, T, never>,
): Promise<Result<T, ErrorOf<Failure>>>;
export function propagate(
  body: () => Body<Err<unknown>, unknown>,
): Result<unknown, unknown> | Promise<Result<unknown, unknown>> {
  const steps = body();
  return Symbol.asyncIterator in steps ? runAsync(steps) : run(steps);
}

/**
 * Returns the value of a success, or ends the surrounding `propagate` with the failure; always used with `yield*`.
 *
 * @param result What an operation came to.
 * @throws A `TypeError` when something other than `propagate` runs it.
 */
export function* orReturn<T, E>(result: Result<T, E>): Generator<Err<E>, T> {
  if (isOk(result)) return result.value;
  yield result;
  throw new TypeError('Cannot go on after a failure: run the generator with `propagate`');
}

function run(steps: Iterator<Err<unknown>, unknown, never>): Result<unknown, unknown> {
  const step = steps.next();
  if (step.done) return ok(step.value);
  steps.return?.();
  return step.value;
}

async function runAsync(steps: AsyncIterator<Err<unknown>, unknown, never>): Promise<Result<unknown, unknown>> {
  const step = await steps.next();
  if (step.done) return ok(step.value);
  await steps.return?.();
  return step.value;
}
