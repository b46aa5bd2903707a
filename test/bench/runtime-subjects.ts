import { createBreaker, consecutive, countWindow, timeWindow, type TripPolicy } from '@octollm/errors/breaker';
import { bulkhead } from '@octollm/errors/bulkhead';
import { DatabaseError, OctoLLMError, TaskNotFoundError } from '@octollm/errors/errors';
import { fallback } from '@octollm/errors/fallback';
import { pipeline, standardPipeline, type Strategy } from '@octollm/errors/pipeline';
import { rateLimiter, tokenBucket } from '@octollm/errors/rate-limit';
import { createRetry, retry } from '@octollm/errors/retry';
import { timeout, type TimeoutMode } from '@octollm/errors/timeout';
import { call, failure, plainError, slowCall, type Subject } from './runtime-subject.ts';

const layerGate = 3;
const pipelineGate = 15;
const errorGate = 1.35;

/** Everything of ours that stands on the path of calls that go well, and building an error. */
export const ownSubjects: readonly Subject[] = [
  { name: 'retry(fn)', run: () => retry(call), reference: call, gate: layerGate },
  guard('retry policy', createRetry(), layerGate),
  guard('breaker, consecutive', breaker(consecutive(5)), layerGate),
  guard('breaker, count window', breaker(countWindow({ size: 100 })), layerGate),
  guard('breaker, time window', breaker(timeWindow({ durationMs: 10_000 })), layerGate),
  guard('breaker, slow calls', breaker(countWindow({ size: 100, slowCallRate: 0.5 }), 1_000)),
  guard('timeout, cooperative', limit('cooperative')),
  guard('timeout, race', limit('race')),
  guard('bulkhead', bulkhead({ maxConcurrent: 10 })),
  guard('rate limiter', rateLimiter(tokenBucket({ capacity: 1e9, refillPerSecond: 1e9 }))),
  guard(
    'fallback',
    fallback(() => 0),
  ),
  guard('retry + breaker + timeout', combine('cooperative'), pipelineGate),
  guard('retry + breaker + timeout, race', combine('race'), pipelineGate),
  guardSlow('retry + breaker + timeout, slow call', combine('cooperative'), pipelineGate),
  guardSlow('retry + breaker + timeout, race, slow call', combine('race'), pipelineGate),
  guard('standardPipeline', standardPipeline({ name: 'search', totalTimeoutMs: 10_000, attemptTimeoutMs: 1_000 })),
  { name: 'new OctoLLMError', run: () => new OctoLLMError('failed'), reference: plainError, gate: errorGate },
  { name: 'new TaskNotFoundError', run: () => new TaskNotFoundError('failed'), reference: plainError, gate: errorGate },
  {
    name: 'new DatabaseError, with a cause',
    run: () => new DatabaseError('failed', { cause: failure }),
    reference: () => new Error('failed', { cause: failure }),
    gate: errorGate,
  },
  {
    name: 'new TaskNotFoundError, with details',
    run: () => new TaskNotFoundError('failed', { details: { task_id: 'task-1' } }),
    reference: plainError,
    gate: errorGate,
  },
];

function guard(name: string, strategy: Strategy<number>, gate?: number): Subject {
  return { name, run: () => strategy.execute(call), reference: call, ...(gate && { gate }) };
}

function guardSlow(name: string, strategy: Strategy<number>, gate: number): Subject {
  return { name, run: () => strategy.execute(slowCall), reference: slowCall, gate };
}

function breaker(trip: TripPolicy, slowCallMs?: number): Strategy {
  return createBreaker({ name: 'search', trip, ...(slowCallMs && { slowCallMs }) });
}

function limit(mode: TimeoutMode): Strategy {
  return timeout({ timeoutMs: 1_000, mode });
}

function combine(mode: TimeoutMode): Strategy {
  return pipeline(createRetry(), breaker(consecutive(5)), limit(mode));
}
