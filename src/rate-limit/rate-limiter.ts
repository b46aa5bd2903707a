import { CapacityExceededError } from '../errors/capacity-exceeded-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import type { CallScope } from '../pipeline/call-scope.ts';
import { checkOption } from '../pipeline/check-option.ts';
import { markLocalRefusal } from '../pipeline/local-refusal.ts';
import type { Strategy } from '../pipeline/strategy.ts';
import { throwIfAborted, toScope } from '../pipeline/to-scope.ts';
import { WaitingLine } from '../pipeline/waiting-line.ts';
import type { CancelTimer } from '../time/clock.ts';
import type { TokenBucket } from './token-bucket.ts';

/** Configures a rate limiter. */
export interface RateLimiterOptions {
  /** Whether a call waits for its token; by default it is refused when there is none. */
  readonly wait?: boolean;
  /** The longest wait, in milliseconds: a call that would take longer is refused at once. No limit by default. */
  readonly maxWaitMs?: number;
  /**
   * Whose limit it is. `service` (the default): we slow ourselves down, so our clients see a `CapacityExceededError`, 503.
   * `client`: the limiter counts the calls of one client, who sees a `RateLimitError`, 429.
   */
  readonly attributeTo?: 'client' | 'service';
  /** Names the limiter in its errors. */
  readonly name?: string;
}

/** Limits how many calls begin in a time. */
export interface RateLimiter extends Strategy {
  /** How many calls wait for a token. */
  readonly queued: number;
}

/**
 * Creates a rate limiter; limiters that share a bucket share the limit, as long as none of them waits.
 *
 * Calls that wait go in the order in which they came; an abort ends the wait at once, with the signal's reason. A timer
 * exists only while somebody waits.
 *
 * @param bucket Where the tokens come from: `tokenBucket({ capacity, refillPerSecond })`.
 * @param options Whether and how long a call waits, whose limit it is, and its name.
 * @returns A strategy that refuses a call with an error whose `retryAfterMs` says when there is a token for it.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function rateLimiter(bucket: TokenBucket, options: RateLimiterOptions = {}): RateLimiter {
  const { wait = false, maxWaitMs = Infinity } = options;
  checkOption('rateLimiter: maxWaitMs', maxWaitMs, { from: 0 });
  const longestWaitMs = wait ? maxWaitMs : 0;
  const line = new WaitingLine();
  let cancelTimer: CancelTimer | undefined;

  const scheduleNext = (): void => {
    cancelTimer ??= bucket.clock.setTimer(bucket.msUntil(1), () => {
      cancelTimer = undefined;
      while (line.length > 0 && bucket.tryTake()) line.admitNext();
      if (line.length > 0) scheduleNext();
    });
  };

  const waitForToken = async (scope: CallScope): Promise<void> => {
    const waitMs = bucket.msUntil(line.length + 1);
    if (waitMs > longestWaitMs) throw markLocalRefusal(createRefusal(bucket, options, waitMs));
    const turn = line.join(scope);
    scheduleNext();
    try {
      await turn;
    } finally {
      if (line.length === 0) {
        cancelTimer?.();
        cancelTimer = undefined;
      }
    }
  };

  return {
    layers: ['rate-limit'],
    get queued() {
      return line.length;
    },
    async execute(fn, options) {
      const scope = toScope(options);
      if (line.length > 0 || !bucket.tryTake()) {
        await waitForToken(scope);
        throwIfAborted(scope);
      }
      return fn(scope);
    },
  };
}

function createRefusal(
  { capacity, refillPerSecond }: TokenBucket,
  { attributeTo, name }: RateLimiterOptions,
  retryAfterMs: number,
): CapacityExceededError | RateLimitError {
  if (attributeTo === 'client') {
    return RateLimitError.exceeded({ limit: capacity, windowSeconds: capacity / refillPerSecond, retryAfterMs });
  }
  const subject = name === undefined ? 'A rate limiter' : `The rate limiter ${name}`;
  return new CapacityExceededError(`${subject} refused a call: the next token is due in ${retryAfterMs} ms`, {
    details: { ...(name !== undefined && { resource: name }), limit: capacity },
    retryAfterMs,
  });
}
