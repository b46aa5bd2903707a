import * as errors from '@octollm/errors/errors';
import { catalog } from '@octollm/errors/catalog';
import { toEnvelope, toProblem } from '@octollm/errors/http';
import { createErrorRegistry, RemoteError, serializeError, standardErrorClasses } from '@octollm/errors/serialize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fuzzRuns } from '../../support/fuzz-runs.ts';

const registry = createErrorRegistry(standardErrorClasses);
const numRuns = fuzzRuns();

/** Names that could change a prototype are left out on the way, so none is drawn here. */
const value = fc
  .jsonValue({ maxDepth: 3 })
  .filter((drawn) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(drawn)));
const details = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), value, { maxKeys: 4 });
const options = fc.record(
  {
    details,
    context: details,
    retryable: fc.boolean(),
    retryAfterMs: fc.double({ noDefaultInfinity: true, noNaN: true, min: 0 }),
    severity: fc.constantFrom('debug', 'info', 'warning', 'error', 'critical'),
    status: fc.integer({ min: 400, max: 599 }),
  },
  { requiredKeys: [] },
);
const names = fc.constantFrom(...catalog.map(({ name }) => name));

function build(name: string, message: string, given: object): errors.OctoLLMError {
  const error: unknown = Reflect.construct(Object(Reflect.get(errors, name)), [message, given]);
  if (!errors.OctoLLMError.isInstance(error)) throw new TypeError(`${name} is no class of the hierarchy`);
  return error;
}

function deepFreeze(value: unknown): void {
  if (Object(value) !== value || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const key of Reflect.ownKeys(Object(value))) deepFreeze(Reflect.get(Object(value), key));
}

const countCauses = (error: unknown): number => {
  const cause: unknown = Object(error).cause;
  return cause === undefined ? 0 : 1 + countCauses(cause);
};

describe('an error that is written, sent as JSON and revived', () => {
  it('keeps class, code, message, details, retryable and the wait', () => {
    fc.assert(
      fc.property(names, fc.lorem(), options, (name, message, given) => {
        const error = build(name, message, given);
        const written = serializeError(error, { internal: true, redact: (value) => value });
        const revived = registry.deserialize(JSON.parse(JSON.stringify(written)));

        expect(Object.getPrototypeOf(revived)).toBe(Object.getPrototypeOf(error));
        expect(revived.code).toBe(error.code);
        expect(revived.message).toBe(message);
        expect(revived.details).toEqual(JSON.parse(JSON.stringify(error.details)));
        expect(revived.retryable).toBe(error.retryable);
        expect(revived.retryAfterMs ?? null).toBe(JSON.parse(JSON.stringify(error.retryAfterMs ?? null)));
        expect(revived.status).toBe(error.status);
        expect(revived.severity).toBe(error.severity);
      }),
      { numRuns },
    );
  });

  it('keeps the depth of its causes, up to the limit', () => {
    const chain = fc.array(fc.tuple(names, fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(chain, fc.integer({ min: 0, max: 10 }), (links, maxDepth) => {
        const error = links.reduce<unknown>(
          (cause, [name, isOurs]) => (isOurs ? build(name, 'x', { cause }) : new Error('x', { cause })),
          new errors.InternalError('root'),
        );
        const revived = registry.deserialize(
          JSON.parse(JSON.stringify(serializeError(error, { internal: true, maxDepth }))),
        );

        expect(countCauses(revived)).toBe(Math.min(links.length, maxDepth));
      }),
      { numRuns },
    );
  });

  it('is an error whatever was sent', () => {
    const json = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSet: true }),
      fc.record({
        code: fc.constantFrom(...catalog.map(({ code }) => code), '', '__proto__'),
        details: fc.object(),
        cause: fc.object(),
      }),
    );
    fc.assert(
      fc.property(json, (value) => {
        const revived = registry.deserialize(value);
        return errors.isError(revived) && (registry.has(revived.code) || revived instanceof RemoteError);
      }),
      { numRuns },
    );
  });
});

describe('any value', () => {
  const anything = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  });

  it('can be thrown, written and reported', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (thrown, internal) => {
        const written = serializeError(thrown, { internal });
        expect(JSON.parse(JSON.stringify(written))).toEqual(written);
        expect(() => structuredClone(written)).not.toThrow();
        expect(() => JSON.stringify([toEnvelope(thrown), toProblem(thrown)])).not.toThrow();
      }),
      { numRuns },
    );
  });

  it('is never changed', () => {
    fc.assert(
      fc.property(fc.object(), names, (value, name) => {
        const error = build(name, 'x', { details: { value }, context: { value }, cause: value });
        deepFreeze(error);

        expect(() => [serializeError(error, { internal: true }), toEnvelope(error), toProblem(error)]).not.toThrow();
      }),
      { numRuns },
    );
  });
});

describe('a planted secret', () => {
  const secret = 'Zx9-planted-Secret_42';
  const carriers = fc.constantFrom(
    `Authorization: Bearer ${secret}`,
    `password=${secret}`,
    `{"api_key":"${secret}"}`,
    `https://user:${secret}@a.example/path`,
    `https://a.example/path?key=${secret}`,
    `sk-${secret}`,
  );
  const around = fc.stringMatching(/^[a-z ,.]{0,20}$/);
  const text = fc.tuple(around, carriers, around).map(([before, carrier, after]) => `${before} ${carrier} ${after}`);
  const publicViews = (error: errors.OctoLLMError): string =>
    JSON.stringify([toEnvelope(error), toProblem(error), serializeError(error)]);

  it('in a public text or detail is hidden in every response and every written form', () => {
    fc.assert(
      fc.property(names, text, fc.integer({ min: 400, max: 599 }), (name, planted, status) => {
        const error = build(name, planted, { status, details: { note: planted, list: [{ token: secret }] } });

        expect(publicViews(error)).not.toContain(secret);
        expect(JSON.stringify(serializeError(error, { internal: true }))).not.toContain(secret);
      }),
      { numRuns },
    );
  });

  it('inside never comes out, in whatever form it stands there', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 400, max: 599 }), (name, status) => {
        const cause = new Error(secret, { cause: secret });
        const error = build(name, 'Failed', { status, cause, context: { secret, [secret]: 1 } });
        error.stack = `Error: ${secret}`;

        expect(publicViews(error)).not.toContain(secret);
        expect(JSON.stringify(error)).not.toContain(secret);
      }),
      { numRuns },
    );
  });

  it('in the message of a status from 500 up is masked, in whatever form it stands there', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 500, max: 599 }), (name, status) => {
        const error = build(name, secret, { status, details: { a: secret, [secret]: 1 } });

        expect(publicViews(error)).not.toContain(secret);
        expect(JSON.stringify(error)).not.toContain(secret);
      }),
      { numRuns },
    );
  });
});
