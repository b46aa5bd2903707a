import { badGateway } from '@hapi/boom';
import asyncRetry from 'async-retry';
import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  CountBreaker,
  ExponentialBackoff,
  handleAll,
  type IBreaker,
  type IPolicy,
  retry,
  SamplingBreaker,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import createError from 'http-errors';
import CircuitBreaker from 'opossum';
import pRetry from 'p-retry';
import { call, plainError, slowCall, type Subject } from './runtime-subject.ts';

/** What others offer for the same, with their defaults where nothing else is said. */
export const peerSubjects: readonly Subject[] = [
  { name: 'p-retry', run: () => pRetry(call), reference: call },
  { name: 'async-retry', run: () => asyncRetry(call), reference: call },
  execute('cockatiel: retry', retryAll()),
  execute('cockatiel: breaker, consecutive', breaker(new ConsecutiveBreaker(5))),
  execute('cockatiel: breaker, count window', breaker(new CountBreaker({ size: 100, threshold: 0.5 }))),
  execute('cockatiel: breaker, time window', breaker(new SamplingBreaker({ threshold: 0.5, duration: 10_000 }))),
  fire('opossum', new CircuitBreaker(call)),
  fire(
    'opossum, no timeout, no percentiles',
    new CircuitBreaker(call, { timeout: false, rollingPercentilesEnabled: false }),
  ),
  execute('cockatiel: timeout, cooperative', timeout(1_000, TimeoutStrategy.Cooperative)),
  execute('cockatiel: timeout, aggressive', timeout(1_000, TimeoutStrategy.Aggressive)),
  execute('cockatiel: bulkhead', bulkhead(10)),
  execute('cockatiel: retry + breaker + timeout', combine()),
  executeSlow('cockatiel: retry + breaker + timeout, slow call', combine()),
  { name: 'boom: badGateway', run: () => badGateway('failed'), reference: plainError },
  { name: 'http-errors: createError', run: () => createError(502, 'failed'), reference: plainError },
];

function execute(name: string, policy: IPolicy): Subject {
  return { name, run: () => policy.execute(call), reference: call };
}

function executeSlow(name: string, policy: IPolicy): Subject {
  return { name, run: () => policy.execute(slowCall), reference: slowCall };
}

function fire(name: string, circuit: CircuitBreaker<[], number>): Subject {
  return { name, run: () => circuit.fire(), reference: call };
}

function retryAll(): IPolicy {
  return retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });
}

function breaker(trip: IBreaker): IPolicy {
  return circuitBreaker(handleAll, { halfOpenAfter: 10_000, breaker: trip });
}

function combine(): IPolicy {
  return wrap(retryAll(), breaker(new ConsecutiveBreaker(5)), timeout(1_000, TimeoutStrategy.Cooperative));
}
