import { catalog } from '@octollm/errors/catalog';
import {
  ConfigurationError,
  DatabaseError,
  describeErrorClass,
  InvalidInputError,
  isError,
  LLMAPIError,
  NetworkError,
  OctoLLMError,
  RateLimitError,
  TaskNotFoundError,
  ValidationError,
} from '@octollm/errors/errors';
import { createErrorRegistry, RemoteError, serializeError, standardErrorClasses } from '@octollm/errors/serialize';
import { describe, expect, it, test, vi } from 'vitest';

import { loadInOtherRealm, loadSecondCopy } from '../errors/second-copy.ts';
import { createHostileValues } from '../errors/strangers.ts';

const registry = createErrorRegistry(standardErrorClasses);
const travel = (thrown: unknown): unknown => JSON.parse(JSON.stringify(serializeError(thrown, { internal: true })));
const revive = (thrown: unknown): ReturnType<typeof registry.deserialize> => registry.deserialize(travel(thrown));

describe('an error that comes back', () => {
  it('has its class, so that both instanceof and isInstance know it', () => {
    const revived = revive(TaskNotFoundError.forTask('7'));

    expect(revived).toBeInstanceOf(TaskNotFoundError);
    expect(ValidationError.isInstance(revived)).toBe(true);
    expect(revived).toMatchObject({ name: 'TaskNotFoundError', code: 'TASK_NOT_FOUND', message: 'Task 7 not found' });
    expect(revived.toJSON()).toEqual(TaskNotFoundError.forTask('7').toJSON());
  });

  it('is a real error, with the stack of the original beside its own', () => {
    const error = new InvalidInputError('Bad order');
    const revived = revive(error);

    expect(isError(revived)).toBe(true);
    expect(Object.prototype.toString.call(revived)).toBe('[object Error]');
    expect(revived.remoteStack).toBe(error.stack);
    expect(revived.stack).toMatch(/^InvalidInputError: Bad order/);
  });

  it('keeps what differs from its class', () => {
    const error = new DatabaseError('Failed', {
      details: { operation: 'query' },
      context: { table: 'orders' },
      retryable: true,
      retryAfterMs: 0,
      severity: 'critical',
      kind: 'unavailable',
      status: 503,
    });

    expect(revive(error)).toMatchObject({
      details: { operation: 'query' },
      context: { table: 'orders' },
      retryable: true,
      retryAfterMs: 0,
      severity: 'critical',
      kind: 'unavailable',
      status: 503,
    });
  });

  it('keeps its causes and the errors of an aggregate, hidden as on the platform', () => {
    const error = new NetworkError('Lost', {
      cause: new AggregateError([new RateLimitError('a'), new TypeError('b')], 'all'),
    });
    const revived = revive(error);

    expect(revived.cause).toMatchObject({
      message: 'all',
      errors: [expect.any(RateLimitError), expect.any(RemoteError)],
    });
    expect(Object.keys(revived)).not.toContain('cause');
  });

  it('travels on to a third process and keeps the first stack', () => {
    const error = new InvalidInputError('Bad order');

    expect(revive(revive(error)).remoteStack).toBe(error.stack);
  });

  it('comes back from the public view as well', () => {
    expect(registry.deserialize(serializeError(new DatabaseError('secret')))).toMatchObject({
      name: 'DatabaseError',
      message: 'A database error occurred',
    });
  });
});

describe('P15: no constructor is called with guessed arguments', () => {
  it('brings back a class whose constructor takes arguments of its own', () => {
    const construct = vi.fn();
    class OrderError extends OctoLLMError {
      static {
        describeErrorClass(this, { name: 'OrderError', code: 'ORDER', title: 'The order failed' });
      }

      constructor(order: { id: string }) {
        super(`Order ${order.id} failed`, { details: { id: order.id } });
        construct();
      }
    }
    const json = travel(new OrderError({ id: '7' }));
    const revived = createErrorRegistry([OrderError]).deserialize(json);

    expect(revived).toBeInstanceOf(OrderError);
    expect(revived).toMatchObject({ message: 'Order 7 failed', details: { id: '7' } });
    expect(construct).toHaveBeenCalledTimes(1);
  });

  it.each([...catalog])('brings back $name', ({ code, name }) => {
    expect(registry.has(code)).toBe(true);
    expect(registry.deserialize({ code })).toMatchObject({ name, code });
  });

  test('L19: a structured clone keeps the class of the serialised form', () => {
    const json = structuredClone(serializeError(TaskNotFoundError.forTask('7')));

    expect(registry.deserialize(json)).toBeInstanceOf(TaskNotFoundError);
    expect(structuredClone(TaskNotFoundError.forTask('7'))).not.toBeInstanceOf(TaskNotFoundError);
  });
});

describe('an error that nobody here knows', () => {
  it('is a RemoteError with the code, kind and details of the original', () => {
    const json = {
      v: 1,
      code: 'ORDER_LOST',
      kind: 'data_loss',
      name: 'OrderLostError',
      details: { id: 7 },
      status: 410,
    };
    const revived = registry.deserialize(json);

    expect(revived).toBeInstanceOf(RemoteError);
    expect(revived).toMatchObject({
      name: 'RemoteError',
      remoteName: 'OrderLostError',
      code: 'ORDER_LOST',
      kind: 'data_loss',
      details: { id: 7 },
      status: 410,
    });
  });

  it('is never taken for one of ours because of its code', () => {
    const foreign = Object.assign(new Error('x'), { code: 'TIMEOUT_ERROR' });

    expect(revive(foreign)).toBeInstanceOf(RemoteError);
  });

  it('keeps the code and the status that classification asks for', () => {
    const foreign = Object.assign(new TypeError('refused'), { code: 'ECONNREFUSED', statusCode: 429 });

    expect(revive(foreign)).toMatchObject({
      code: 'ECONNREFUSED',
      remoteName: 'TypeError',
      message: 'refused',
      details: { status_code: 429 },
    });
  });
});

describe('T5: the form can grow', () => {
  it('reads a higher version and ignores what it does not know', () => {
    expect(
      registry.deserialize({ v: 9, code: 'TASK_NOT_FOUND', message: 'x', hint: 'y', kind: 'of tomorrow' }),
    ).toMatchObject({
      code: 'TASK_NOT_FOUND',
      kind: 'not_found',
      message: 'x',
    });
    expect(registry.deserialize({ v: 9, code: 'TASK_NOT_FOUND', hint: 'y' })).not.toHaveProperty('hint');
  });

  it('reads an old record without the fields that came later', () => {
    const revived = registry.deserialize({ code: 'RATE_LIMIT_EXCEEDED', message: 'Too many' });

    expect(revived).toBeInstanceOf(RateLimitError);
    expect(revived).toMatchObject({ status: 429, retryable: true });
    expect(revived.retryAfterMs).toBeUndefined();
  });

  it('writes milliseconds as a number and takes nothing else for one', () => {
    expect(revive(new RateLimitError('x', { retryAfterMs: 1500.5 })).retryAfterMs).toBe(1500.5);
    for (const retryAfterMs of ['1500', NaN, null, {}]) {
      expect(registry.deserialize({ code: 'RATE_LIMIT_EXCEEDED', retryAfterMs }).retryAfterMs).toBeUndefined();
    }
  });

  it('serialises every error of the hierarchy, not only those of providers', () => {
    const error = LLMAPIError.fromProvider('openai', { statusCode: 429, cause: new ConfigurationError('No key') });

    expect(revive(error)).toMatchObject({ code: 'LLM_API_ERROR', cause: { code: 'CONFIGURATION_ERROR' } });
  });
});

describe('data of nobody we trust', () => {
  it.each([undefined, null, 7, 'text', [], {}, { code: 7, message: {}, cause: 3 }])('gives an error for %j', (json) => {
    expect(registry.deserialize(json)).toBeInstanceOf(RemoteError);
    expect(registry.deserialize(json)).toMatchObject({ code: 'REMOTE_ERROR' });
  });

  it('takes no field of the wrong type', () => {
    const json = {
      code: 'TASK_NOT_FOUND',
      status: 200,
      severity: 'loud',
      retryable: 'yes',
      details: ['x'],
      context: 7,
    };

    const revived = registry.deserialize(json);
    expect(revived).toMatchObject({ status: 404, severity: 'warning', retryable: false, details: {} });
    expect(revived.context).toBeUndefined();
  });

  it('cannot change a prototype', () => {
    const text = '{"code":"TASK_NOT_FOUND","__proto__":{"message":"x"},"details":{"__proto__":{"admin":true}}}';
    const revived = registry.deserialize(JSON.parse(text));

    expect(Object.getPrototypeOf(revived)).toBe(TaskNotFoundError.prototype);
    expect(revived.details['admin']).toBeUndefined();
    expect(Reflect.get({}, 'admin')).toBeUndefined();
  });

  it('cannot keep us busy with cycles', () => {
    const json: Record<string, unknown> = { code: 'INTERNAL_ERROR' };
    json['cause'] = json;
    json['errors'] = [json, json];

    expect(registry.deserialize(json)).toMatchObject({ cause: { cause: { code: 'INTERNAL_ERROR' } } });
  });

  it.each([...createHostileValues()])('survives %s', (_, value) => {
    expect(registry.deserialize(value)).toBeInstanceOf(OctoLLMError);
    expect(registry.deserialize({ cause: value, errors: [value], details: value })).toBeInstanceOf(OctoLLMError);
    expect(registry.deserialize({ errors: value })).toBeInstanceOf(OctoLLMError);
  });
});

describe('a registry', () => {
  it('refuses two classes with one code', () => {
    class OrderError extends ValidationError {}

    expect(() => createErrorRegistry([ValidationError, OrderError])).toThrow(ConfigurationError);
    expect(() => createErrorRegistry([ValidationError, OrderError])).toThrow('VALIDATION_ERROR');
  });

  it('knows what it was given and nothing else', () => {
    expect(createErrorRegistry([TaskNotFoundError]).has('TASK_NOT_FOUND')).toBe(true);
    expect(createErrorRegistry([TaskNotFoundError]).has('toString')).toBe(false);
    expect(createErrorRegistry([]).deserialize({ code: 'TASK_NOT_FOUND' })).toBeInstanceOf(RemoteError);
  });
});

describe('L18: two installed copies and other realms', () => {
  it('read what the other wrote', async () => {
    const copy = await loadSecondCopy();
    const revived = revive(copy.TaskNotFoundError.forTask('7'));

    expect(revived).toBeInstanceOf(TaskNotFoundError);
    expect(copy.TaskNotFoundError.isInstance(revived)).toBe(true);
  });

  it('write an error of another realm with its causes', async () => {
    const other = await loadInOtherRealm();
    const revived = revive(new other.DatabaseError('Failed', { cause: other.TaskNotFoundError.forTask('7') }));

    expect(revived).toBeInstanceOf(DatabaseError);
    expect(revived.cause).toBeInstanceOf(TaskNotFoundError);
  });
});
