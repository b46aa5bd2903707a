import * as breaker from '@octollm/errors/breaker';
import * as database from '@octollm/errors/classify/database';
import * as pipeline from '@octollm/errors/pipeline';
import * as retrying from '@octollm/errors/retry';
import * as timeout from '@octollm/errors/timeout';
import { expect } from 'vitest';
import { guardText, toCommonJs, type Guarded } from './guard-text.ts';
import { runText } from './run-text.ts';

/** The runtime, but no wait between attempts is longer than a millisecond: one for an open circuit ends them. */
const runtime = {
  '@octollm/errors/breaker': breaker,
  '@octollm/errors/classify/database': database,
  '@octollm/errors/pipeline': pipeline,
  '@octollm/errors/timeout': timeout,
  '@octollm/errors/retry': {
    createRetry: (options: retrying.RetryPolicyOptions) =>
      retrying.createRetry({ ...options, backoff: retrying.constant(1), maxRetryAfterMs: 1 }),
  },
};

/** A module as it was, and guarded by policies of its own. */
export interface BeforeAndAfter<Module> {
  readonly before: Module;
  readonly after: Module;
}

/** Prepares to load a text as it is and as `inject-resilience` guards it, under a time limit in milliseconds for each attempt. */
export function loadGuarded<Module>(source: string): (timeoutMs?: number) => BeforeAndAfter<Module> {
  const proposed = guardText(source, undefined, { plan: true }).newFiles['octollm.resilience.json'] ?? '';
  const guarded = new Map<number, Guarded>();
  return (timeoutMs = 5_000) => {
    const plan = proposed.replace(/"timeoutMs":\d+/g, `"timeoutMs":${timeoutMs}`);
    const { main, newFiles, left } = guarded.get(timeoutMs) ?? guardText(source, plan);
    guarded.set(timeoutMs, { main, newFiles, left });
    expect(left).toEqual([]);
    const policies = runText(toCommonJs(newFiles['src/resilience.ts'] ?? ''), runtime);
    // The caller says what its text exports.
    const run = (text: string): Module => runText(toCommonJs(text), { './resilience': policies }) as unknown as Module;
    return { before: run(source), after: run(main) };
  };
}
