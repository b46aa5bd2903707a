import { settleAll } from '@octollm/errors/batch';
import { consecutive, createBreaker } from '@octollm/errors/breaker';
import { bulkhead } from '@octollm/errors/bulkhead';
import { classify } from '@octollm/errors/classify';
import { classifyLLM } from '@octollm/errors/classify/llm';
import { DatabaseError, NetworkError, OctoLLMError, RateLimitError, TaskNotFoundError } from '@octollm/errors/errors';
import { withFallback } from '@octollm/errors/fallback';
import { fromProblem, toEnvelope, toProblem } from '@octollm/errors/http';
import { createPipeline } from '@octollm/errors/pipeline';
import { fromPromise, isErr } from '@octollm/errors/result';
import { constant, createRetry, getAttempts, retry } from '@octollm/errors/retry';
import { createErrorRegistry, serializeError, standardErrorClasses } from '@octollm/errors/serialize';
import { ManualClock } from '@octollm/errors/testing';
import { timeout, withTimeout } from '@octollm/errors/timeout';

/** Uses the package for what it is there for; every platform has to come to the same facts. */
export async function prove(): Promise<Record<string, unknown>> {
  return {
    hierarchy: TaskNotFoundError.forTask('7') instanceof OctoLLMError,
    envelope: toEnvelope(TaskNotFoundError.forTask('7')),
    problem: toProblem(new DatabaseError('password=hunter2', { retryAfterMs: 1500 })),
    received: fromProblem({ status: 404, body: toProblem(TaskNotFoundError.forTask('7')).body }).code,
    revived: revive(RateLimitError.exceeded({ limit: 1, windowSeconds: 60, retryAfterMs: 0 })),
    aborted: classify(new DOMException('Gone', 'AbortError')).kind,
    provider: classifyLLM(Object.assign(new Error('x'), { status: 529 })).retryable,
    retried: await retryTwice(),
    abortCutsTheWait: await abortDuringWait(),
    breaker: await openBreaker(),
    timeout: await getCode(withTimeout(() => new Promise(() => undefined), { timeoutMs: 5, mode: 'race' })),
    pipeline: await runPipeline(),
    degraded: await degrade(),
    batch: (await settleAll([1, 2, 3], refuseTwo)).summary,
    result: isErr(await fromPromise(failWith(new NetworkError('Down'))())),
  };
}

function failWith(error: Error): () => Promise<never> {
  return () => Promise.reject(error);
}

function revive(error: RateLimitError): unknown {
  const text = JSON.stringify(serializeError(error));
  const revived = createErrorRegistry(standardErrorClasses).deserialize(JSON.parse(text));
  return { isRateLimit: RateLimitError.isInstance(revived), retryAfterMs: revived.retryAfterMs };
}

async function getCode(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof OctoLLMError ? error.code : String(error)),
  );
}

async function retryTwice(): Promise<unknown> {
  const attempts: number[] = [];
  const value = await retry(
    ({ attempt }) => {
      attempts.push(attempt);
      if (attempt < 3) throw new NetworkError('Reset');
      return 'value';
    },
    { backoff: constant(1), idempotent: true },
  );
  return { value, attempts };
}

async function abortDuringWait(): Promise<unknown> {
  const controller = new AbortController();
  const failure = new NetworkError('Reset');
  const reason = new Error('The user left');
  const options = {
    backoff: constant(60_000),
    idempotent: true,
    signal: controller.signal,
    onRetry: () => void queueMicrotask(() => controller.abort(reason)),
  };
  const caught: unknown = await retry(failWith(failure), options).catch((error: unknown) => error);
  return caught === reason;
}

async function openBreaker(): Promise<unknown> {
  const clock = new ManualClock();
  const breaker = createBreaker({ name: 'search', trip: consecutive(2), openMs: 1000, clock });
  const fail = failWith(new NetworkError('Down'));
  const codes = [await getCode(breaker.execute(fail)), await getCode(breaker.execute(fail))];
  codes.push(await getCode(breaker.execute(fail)));
  await clock.advance(1000);
  await breaker.execute(() => 'back');
  return { codes, state: breaker.state };
}

async function runPipeline(): Promise<unknown> {
  const policy = createPipeline([
    createRetry({ maxAttempts: 2, backoff: constant(1), idempotent: true }),
    createBreaker({ name: 'pipeline' }),
    bulkhead({ maxConcurrent: 1 }),
    timeout({ timeoutMs: 1000 }),
  ]);
  const failure = new NetworkError('Down');
  const caught: unknown = await policy.execute(failWith(failure)).catch((error: unknown) => error);
  return { isLastError: caught === failure, attempts: getAttempts(caught)?.length };
}

async function degrade(): Promise<unknown> {
  const { value, degraded } = await withFallback(failWith(new NetworkError('Down')), () => 'cached');
  return { value, degraded };
}

async function refuseTwo(item: number): Promise<number> {
  if (item === 2) throw new NetworkError('Down');
  return item;
}
