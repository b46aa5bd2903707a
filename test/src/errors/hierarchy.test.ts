import { catalog } from '@octollm/errors/catalog';
import * as errors from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

/** The classes that the package exports, by their export name. */
const classes = new Map(
  Object.entries(errors).filter(([, value]) => typeof value === 'function' && value.prototype instanceof Error),
);

const build = (name: string, message = 'Failed', options?: object): unknown =>
  Reflect.construct(Object(classes.get(name)), [message, options]);

describe('P5: every class of the documented tree exists', () => {
  const documented: Readonly<Record<string, readonly string[]>> = {
    ValidationError: ['InvalidInputError', 'TaskNotFoundError', 'AuthenticationError', 'AuthorizationError'],
    ResourceError: ['ArmUnavailableError', 'CapacityExceededError', 'RateLimitError'],
    SystemError: ['DatabaseError', 'CacheError', 'NetworkError', 'TimeoutError'],
    ExternalError: ['LLMAPIError', 'VectorDBError', 'ThirdPartyAPIError'],
  };

  it.each(Object.entries(documented))('%s and its leaves', (family, leaves) => {
    expect(build(family)).toBeInstanceOf(errors.OctoLLMError);
    for (const leaf of leaves) expect(build(leaf)).toBeInstanceOf(classes.get(family));
  });

  it('is described by the catalogue, class by class', () => {
    expect([...classes.keys()].sort()).toEqual(catalog.map(({ name }) => name).sort());
  });
});

describe('P1: every class can be built', () => {
  it.each([...classes.keys()])('%s', (name) => {
    const cause = new Error('socket closed');
    const error = build(name, 'Could not load the order', { cause, details: { order: 7 }, context: { tenant: 't1' } });

    expect(error).toBeInstanceOf(classes.get(name));
    expect(error).toMatchObject({ message: 'Could not load the order', cause, details: { order: 7 } });
    expect(String(error)).toBe(`${name}: Could not load the order`);
  });

  it.each([...classes.keys()])('%s with nothing but a message', (name) => {
    expect(build(name)).toMatchObject({ name, message: 'Failed', details: {} });
  });
});

describe('the catalogue is the only source', () => {
  it.each([...catalog])('$name', (entry) => {
    const parent = entry.parent === null ? Error : classes.get(entry.parent);
    const constants = {
      name: entry.name,
      code: entry.code,
      kind: entry.kind,
      status: entry.status,
      severity: entry.severity,
      title: entry.title,
      retryable: entry.retryable ?? undefined,
    };

    expect(Object.getPrototypeOf(classes.get(entry.name))).toBe(parent);
    const statics = Object.keys(constants).map((key) => [key, Reflect.get(Object(classes.get(entry.name)), key)]);
    expect(Object.fromEntries(statics)).toEqual(constants);
    expect(build(entry.name)).toMatchObject(constants);
  });
});
