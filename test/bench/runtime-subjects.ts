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

const policies = {
  retry: createRetry(),
  consecutive: breaker(consecutive(5)),
  countWindow: breaker(countWindow({ size: 100 })),
  timeWindow: breaker(timeWindow({ durationMs: 10_000 })),
  slowCalls: breaker(countWindow({ size: 100, slowCallRate: 0.5 }), 1_000),
  cooperative: timeout({ timeoutMs: 1_000 }),
  race: timeout({ timeoutMs: 1_000, mode: 'race' }),
  bulkhead: bulkhead({ maxConcurrent: 10 }),
  rateLimit: rateLimiter(tokenBucket({ capacity: 1e9, refillPerSecond: 1e9 })),
  fallback: fallback(() => 0),
  pipeline: combine('cooperative'),
  racingPipeline: combine('race'),
  standard: standardPipeline({ name: 'search', totalTimeoutMs: 10_000, attemptTimeoutMs: 1_000 }),
};

/**
 * Everything of ours that stands on the path of calls that go well. Each has a function of its own, as in an application: the engine
 * would take a shared one for a place where anything may be called.
 */
export const policySubjects: readonly Subject[] = [
  { name: 'retry(fn)', run: () => retry(call), reference: call, gate: layerGate },
  { name: 'retry', run: () => policies.retry.execute(call), reference: call, gate: layerGate },
  { name: 'breaker, consecutive', run: () => policies.consecutive.execute(call), reference: call, gate: layerGate },
  { name: 'breaker, count window', run: () => policies.countWindow.execute(call), reference: call, gate: layerGate },
  { name: 'breaker, time window', run: () => policies.timeWindow.execute(call), reference: call, gate: layerGate },
  { name: 'breaker, slow calls', run: () => policies.slowCalls.execute(call), reference: call },
  { name: 'timeout, cooperative', run: () => policies.cooperative.execute(call), reference: call },
  { name: 'timeout, race', run: () => policies.race.execute(call), reference: call },
  { name: 'bulkhead', run: () => policies.bulkhead.execute(call), reference: call },
  { name: 'rate limiter', run: () => policies.rateLimit.execute(call), reference: call },
  { name: 'fallback', run: () => policies.fallback.execute(call), reference: call },
  {
    name: 'retry + breaker + timeout',
    run: () => policies.pipeline.execute(call),
    reference: call,
    gate: pipelineGate,
  },
  {
    name: 'retry + breaker + timeout, race',
    run: () => policies.racingPipeline.execute(call),
    reference: call,
    gate: pipelineGate,
  },
  {
    name: 'retry + breaker + timeout, slow call',
    run: () => policies.pipeline.execute(slowCall),
    reference: slowCall,
    gate: pipelineGate,
  },
  {
    name: 'retry + breaker + timeout, race, slow call',
    run: () => policies.racingPipeline.execute(slowCall),
    reference: slowCall,
    gate: pipelineGate,
  },
  { name: 'standardPipeline', run: () => policies.standard.execute(call), reference: call },
  { name: 'standardPipeline, slow call', run: () => policies.standard.execute(slowCall), reference: slowCall },
];

/** Building an error. */
export const errorSubjects: readonly Subject[] = [
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
  {
    name: 'the same, on an empty stack',
    run: () => new TaskNotFoundError('failed', { details: { task_id: 'task-1' } }),
    reference: plainError,
    isOnEmptyStack: true,
  },
];

function breaker(trip: TripPolicy, slowCallMs?: number): Strategy {
  return createBreaker({ name: 'search', trip, ...(slowCallMs && { slowCallMs }) });
}

function combine(mode: TimeoutMode): Strategy {
  return pipeline(createRetry(), breaker(consecutive(5)), timeout({ timeoutMs: 1_000, mode }));
}
