import { OctoLLMError } from '@octollm/errors/errors';
import { classify, classifyStructure, withClassification } from '@octollm/errors/classify';
import { classifyLLM, userMessage } from '@octollm/errors/classify/llm';
import { decide } from '@octollm/errors/classify/agent';
import { errorKinds } from '@octollm/errors/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProperty } from '../../../src/errors/read-property.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';
import { literals } from './chaterror/literals.ts';

const options = { numRuns: fuzzRuns() };
const classifiers = [classifyStructure, classify, classifyLLM] as const;

const words = fc.constantFrom(
  ...Object.values(literals).flat(),
  'credit balance is too low',
  'prompt is too long',
  'hello',
);
const message = fc
  .array(fc.oneof(words, fc.string({ maxLength: 20 })), { maxLength: 5 })
  .map((parts) => parts.join(' '));
const codes = fc.constantFrom(
  'ECONNREFUSED',
  'ECONNRESET',
  'overloaded_error',
  'insufficient_quota',
  'server_error',
  'E1',
);
const body = fc.record({ message, code: codes, type: codes }, { requiredKeys: [] });

/** What an error may carry, each part with a likely and an unlikely value. */
const fields = fc.record(
  {
    status: fc.oneof(fc.integer({ min: 100, max: 700 }), fc.anything()),
    code: fc.oneof(codes, fc.anything()),
    name: fc.oneof(fc.constantFrom('AbortError', 'TimeoutError', 'TypeError'), fc.anything()),
    error: fc.oneof(body, fc.anything()),
    headers: fc.oneof(fc.record({ 'retry-after': fc.string() }), fc.anything()),
    responseBody: fc.oneof(
      body.map((parsed) => JSON.stringify(parsed)),
      fc.string(),
    ),
    isRetryable: fc.boolean(),
    errors: fc.anything(),
  },
  { requiredKeys: [] },
);

const error = fc.tuple(message, fields).map(([text, more]) => Object.assign(new Error(text), more));

describe('every classifier', () => {
  it('has an answer for any value', () => {
    fc.assert(
      fc.property(
        fc.oneof(error, fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true })),
        (thrown) => {
          for (const classifyIt of classifiers) {
            const classification = classifyIt(thrown);
            expect(errorKinds).toContain(classification.kind);
            expect(typeof classification.retryable).toBe('boolean');
            expect(userMessage(classification)).toMatch(/\.$/);
          }
          expect(typeof decide(thrown).type).toBe('string');
        },
      ),
      options,
    );
  });

  it('has an answer for objects that resist every question', () => {
    const refuse = (): never => {
      throw new Error('no');
    };
    const traps = {
      get: refuse,
      getPrototypeOf: refuse,
      has: refuse,
      ownKeys: refuse,
      getOwnPropertyDescriptor: refuse,
    };
    const { proxy, revoke } = Proxy.revocable(() => 1, {});
    revoke();
    for (const hostile of [new Proxy(new Error('x'), traps), proxy]) {
      const places = [
        'cause',
        'errors',
        'error',
        'data',
        'response',
        'headers',
        'details',
        'config',
        'url',
        'constructor',
      ];
      for (const thrown of [hostile, ...places.map((place) => ({ status: 503, [place]: hostile }))]) {
        for (const classifyIt of classifiers) expect(errorKinds).toContain(classifyIt(thrown).kind);
        expect(typeof decide(thrown).type).toBe('string');
      }
    }
  });

  it('gives the same answer twice, also for its own answer as a mark', () => {
    fc.assert(
      fc.property(error, (thrown) => {
        for (const classifyIt of classifiers) {
          const first = classifyIt(thrown);
          expect(classifyIt(thrown)).toEqual(first);
          const copy = Object.assign(new Error(thrown.message), thrown);
          expect(classifyIt(withClassification(copy, first))).toEqual(first);
        }
      }),
      options,
    );
  });

  it('sees through whatever wraps the error', () => {
    fc.assert(
      fc.property(error, fc.integer({ min: 1, max: 9 }), (thrown, depth) => {
        let wrapped: unknown = thrown;
        for (let level = 0; level < depth; level++) {
          const outer = level % 2 ? new Error('', { cause: wrapped }) : new OctoLLMError('', { cause: wrapped });
          wrapped = outer;
        }
        for (const classifyIt of classifiers) {
          const { kind, retryable } = classifyIt(thrown);
          expect(classifyIt(wrapped)).toMatchObject({ kind, retryable });
        }
      }),
      options,
    );
  });

  it('changes nothing, and needs to change nothing', () => {
    fc.assert(
      fc.property(error, (thrown) => {
        deepFreeze(thrown);
        for (const classifyIt of classifiers) classifyIt(thrown);
        decide(thrown);
      }),
      options,
    );
  });
});

describe('words', () => {
  const definite = fc.constantFrom(400, 401, 402, 403, 404, 405, 409, 410, 412, 413, 415, 422, 428, 451);

  it('never make a refused request retryable', () => {
    fc.assert(
      fc.property(message, definite, body, (text, status, { message: said }) => {
        const refused = Object.assign(new Error(text), { status, error: { message: said } });
        expect(classifyLLM(refused).retryable).toBe(false);
      }),
      options,
    );
  });

  it('never make an answer retryable that is not', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 400, max: 599 }), (text, status) => {
        const bare = classifyLLM({ status });
        const worded = classifyLLM({ status, message: text });
        expect(bare.retryable || !worded.retryable).toBe(true);
      }),
      options,
    );
  });
});

describe('the detail', () => {
  const secrets = ['sk-proj-Ab12Cd34Ef56Gh78', 'hunter2hunter2', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'];

  it('holds no secret and at most 500 code points, whatever the server says', () => {
    const planted = fc.constantFrom(
      `key ${secrets[0]} is invalid`,
      `https://user:${secrets[1]}@host/path`,
      `https://host/path?token=${secrets[1]}`,
      `password=${secrets[1]}`,
      `Authorization: Bearer ${secrets[2]}`,
    );
    const said = fc.tuple(fc.string({ maxLength: 600 }), planted, fc.string()).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(said, (text) => {
        for (const thrown of [new Error(text), { error: { message: text } }, text]) {
          const { detail = '' } = classifyLLM(thrown);
          for (const secret of secrets) expect(detail).not.toContain(secret);
          expect([...detail].length).toBeLessThanOrEqual(500);
        }
      }),
      options,
    );
  });
});

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  // Typed arrays with elements cannot be frozen.
  if (!ArrayBuffer.isView(value)) Object.freeze(value);
  // The stack of an error with a hostile name throws when it is read.
  for (const key of Reflect.ownKeys(value)) deepFreeze(readProperty(value, key));
}
