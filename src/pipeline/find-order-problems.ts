import type { Layer, Strategy } from './strategy.ts';

/** Names two policies in an order that works against one of them. */
export interface OrderProblem {
  /** The policy that stands outside. */
  readonly outer: Layer;
  /** The policy that stands inside. */
  readonly inner: Layer;
  /** What goes wrong and what to do. */
  readonly message: string;
}

interface OrderRule extends OrderProblem {
  /** Makes the order right when it stands inside of both. */
  readonly unlessInside?: Layer;
}

const rules: readonly OrderRule[] = [
  {
    outer: 'breaker',
    inner: 'retry',
    message:
      'A circuit breaker around a retry sees one failure where the service failed several times, and the retry goes on ' +
      'while the circuit should be open: put the retry outside.',
  },
  {
    outer: 'timeout',
    inner: 'retry',
    unlessInside: 'timeout',
    message:
      'One slow attempt can use up the time limit of all attempts: add a timeout inside the retry, or `attemptTimeoutMs`.',
  },
  {
    outer: 'retry',
    inner: 'retry',
    message: 'Retries inside a retry multiply: three times three attempts are nine. Keep one of them.',
  },
  {
    outer: 'hedge',
    inner: 'retry',
    message: 'Every hedge of a retry runs all its attempts: put the retry outside.',
  },
  {
    outer: 'rate-limit',
    inner: 'retry',
    message: 'Attempts after the first begin without a token: put the rate limiter inside the retry.',
  },
  {
    outer: 'retry',
    inner: 'fallback',
    message: 'A retry never sees a failure that a fallback inside has replaced: put the fallback outside.',
  },
  {
    outer: 'breaker',
    inner: 'fallback',
    message: 'A circuit breaker counts what a fallback inside has replaced as a success: put the fallback outside.',
  },
];

/**
 * Finds pairs of strategies in an order that works against one of them; a good thing to assert in a test.
 *
 * @param strategies The strategies, outer to inner; pipelines among them are looked into.
 */
export function findOrderProblems(strategies: readonly Strategy<unknown>[]): readonly OrderProblem[] {
  const layers = strategies.flatMap((strategy) => strategy.layers ?? []);
  return rules.filter((rule) => breaks(layers, rule)).map(({ outer, inner, message }) => ({ outer, inner, message }));
}

function breaks(layers: readonly Layer[], { outer, inner, unlessInside }: OrderRule): boolean {
  const outermost = layers.indexOf(outer);
  const innermost = layers.lastIndexOf(inner);
  if (outermost === -1 || innermost <= outermost) return false;
  return unlessInside === undefined || !layers.slice(innermost).includes(unlessInside);
}
