import { catalog } from '@octollm/errors/catalog';
import * as errors from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

const { DatabaseError, InvalidInputError, LLMAPIError, OctoLLMError, RateLimitError, SystemError, ValidationErrors } =
  errors;
const secret = 'postgres://admin:hunter2@10.0.0.7/orders';

const toJson = (error: unknown): unknown => JSON.parse(JSON.stringify(error));

describe('toJSON', () => {
  it('gives code, message and details of an error that the caller can mend', () => {
    expect(toJson(InvalidInputError.forField('priority', 'Priority must be between 1 and 10'))).toEqual({
      error: 'INVALID_INPUT',
      message: 'Priority must be between 1 and 10',
      details: { field: 'priority' },
    });
  });

  it('gives the title where there is no message', () => {
    expect(toJson(new InvalidInputError(''))).toMatchObject({ message: 'Invalid input' });
  });

  it('shows neither context nor cause nor stack', () => {
    const text = JSON.stringify(
      new InvalidInputError('Bad order', { context: { dsn: secret }, cause: new Error(secret) }),
    );

    expect(text).toBe('{"error":"INVALID_INPUT","message":"Bad order","details":{}}');
  });
});

describe('P3: a waiting time of 0 is a waiting time', () => {
  const wait = (retryAfterMs: number): unknown => toJson(new RateLimitError('Too many', { retryAfterMs }));

  it('keeps 0', () => {
    expect(wait(0)).toMatchObject({ retry_after: 0 });
  });

  it('rounds up to whole seconds, so that nobody comes back too early', () => {
    expect(wait(1)).toMatchObject({ retry_after: 1 });
    expect(wait(60_000)).toMatchObject({ retry_after: 60 });
    expect(wait(60_001)).toMatchObject({ retry_after: 61 });
  });

  it('counts a moment that has passed as now', () => {
    expect(wait(-5_000)).toMatchObject({ retry_after: 0 });
  });

  it('leaves out what is no waiting time', () => {
    for (const odd of [NaN, Infinity, -Infinity]) expect(wait(odd)).not.toHaveProperty('retry_after');
    expect(toJson(new RateLimitError('Too many'))).not.toHaveProperty('retry_after');
  });
});

describe('P7: nothing of our inside reaches a client', () => {
  it('masks what a database driver said', () => {
    expect(toJson(DatabaseError.during('query', new Error(secret)))).toEqual({
      error: 'DATABASE_ERROR',
      message: 'A database error occurred',
      details: {},
    });
  });

  it('masks what a provider answered', () => {
    const error = LLMAPIError.fromProvider('openai', { statusCode: 401, errorMessage: `Incorrect key sk-${secret}` });

    expect(JSON.stringify(error)).not.toContain('sk-');
    expect(error.message).toContain('sk-');
  });

  it('masks a text that was built around a caught error', () => {
    expect(toJson(new SystemError(`Failed to retrieve task: ${secret}`))).toMatchObject({
      message: 'A system error occurred',
    });
  });

  it('keeps the waiting time of a masked error', () => {
    expect(toJson(new SystemError(secret, { status: 503, retryAfterMs: 1500 }))).toMatchObject({ retry_after: 2 });
  });

  const masked = catalog.filter(({ status }) => status >= 500);
  it.each(masked)('masks $name, whose status is $status', ({ name, title, code }) => {
    const ErrorClass: unknown = Reflect.get(errors, name);
    const error: unknown = Reflect.construct(Object(ErrorClass), [secret, { details: { secret }, cause: secret }]);

    expect(toJson(error)).toEqual({ error: code, message: title, details: {} });
  });

  it('masks by the status of the one error, not by that of its class', () => {
    expect(JSON.stringify(new InvalidInputError(secret, { status: 500 }))).not.toContain('hunter2');
    expect(toJson(new OctoLLMError('Order 7 is closed', { status: 409 }))).toMatchObject({
      message: 'Order 7 is closed',
    });
  });

  it('masks an error whose status is no number', () => {
    expect(JSON.stringify(new InvalidInputError(secret, { status: NaN }))).not.toContain('hunter2');
  });
});

describe('P10: one status per code', () => {
  it('separates malformed input (400) from input that breaks a rule (422)', () => {
    expect(new InvalidInputError('Not JSON')).toMatchObject({ code: 'INVALID_INPUT', status: 400 });
    expect(ValidationErrors.of([])).toMatchObject({ code: 'VALIDATION_ERRORS', status: 422 });
  });

  it('gives no code to two classes', () => {
    expect(new Set(catalog.map(({ code }) => code)).size).toBe(catalog.length);
  });
});
