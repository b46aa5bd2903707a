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

const policies = {
  retry: retryAll(),
  consecutive: breaker(new ConsecutiveBreaker(5)),
  countWindow: breaker(new CountBreaker({ size: 100, threshold: 0.5 })),
  timeWindow: breaker(new SamplingBreaker({ threshold: 0.5, duration: 10_000 })),
  cooperative: timeout(1_000, TimeoutStrategy.Cooperative),
  aggressive: timeout(1_000, TimeoutStrategy.Aggressive),
  bulkhead: bulkhead(10),
  combined: wrap(retryAll(), breaker(new ConsecutiveBreaker(5)), timeout(1_000, TimeoutStrategy.Cooperative)),
};
const opossum = new CircuitBreaker(call);
const bareOpossum = new CircuitBreaker(call, { timeout: false, rollingPercentilesEnabled: false });

/** What others offer for the same, with their defaults where nothing else is said. */
export const peerSubjects: readonly Subject[] = [
  { name: 'p-retry', run: () => pRetry(call), reference: call },
  { name: 'async-retry', run: () => asyncRetry(call), reference: call },
  { name: 'cockatiel: retry', run: () => policies.retry.execute(call), reference: call },
  { name: 'cockatiel: breaker, consecutive', run: () => policies.consecutive.execute(call), reference: call },
  { name: 'cockatiel: breaker, count window', run: () => policies.countWindow.execute(call), reference: call },
  { name: 'cockatiel: breaker, time window', run: () => policies.timeWindow.execute(call), reference: call },
  { name: 'opossum', run: () => opossum.fire(), reference: call },
  { name: 'opossum, no timeout, no percentiles', run: () => bareOpossum.fire(), reference: call },
  { name: 'cockatiel: timeout, cooperative', run: () => policies.cooperative.execute(call), reference: call },
  { name: 'cockatiel: timeout, aggressive', run: () => policies.aggressive.execute(call), reference: call },
  { name: 'cockatiel: bulkhead', run: () => policies.bulkhead.execute(call), reference: call },
  { name: 'cockatiel: retry + breaker + timeout', run: () => policies.combined.execute(call), reference: call },
  {
    name: 'cockatiel: retry + breaker + timeout, slow call',
    run: () => policies.combined.execute(slowCall),
    reference: slowCall,
  },
  { name: 'boom: badGateway', run: () => badGateway('failed'), reference: plainError },
  { name: 'http-errors: createError', run: () => createError(502, 'failed'), reference: plainError },
];

function retryAll(): IPolicy {
  return retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });
}

function breaker(trip: IBreaker): IPolicy {
  return circuitBreaker(handleAll, { halfOpenAfter: 10_000, breaker: trip });
}
