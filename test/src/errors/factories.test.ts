import {
  ArmUnavailableError,
  ContextOverflowError,
  DatabaseError,
  InvalidInputError,
  LLMAPIError,
  PiiDetectedError,
  RateLimitError,
  TaskNotFoundError,
  TimeoutError,
  ToolError,
} from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

describe("the standard's own shapes", () => {
  it('names the task that does not exist', () => {
    expect(TaskNotFoundError.forTask('task-7')).toMatchObject({
      message: 'Task task-7 not found',
      details: { task_id: 'task-7' },
    });
  });

  it('names the field that is wrong', () => {
    expect(InvalidInputError.forField('timeout', 'Task timeout must be positive')).toMatchObject({
      message: 'Task timeout must be positive',
      details: { field: 'timeout' },
    });
  });

  it('names what no arm can do', () => {
    expect(ArmUnavailableError.missing(['vision', 'speech'])).toMatchObject({
      message: 'No arm available with capabilities: vision, speech',
      details: { required_capabilities: ['vision', 'speech'] },
    });
  });

  it('tells the limit, its window and when to come back', () => {
    const error = RateLimitError.exceeded({ limit: 100, windowSeconds: 60, retryAfterMs: 1200 });

    expect(error.message).toBe('Rate limit exceeded: 100 requests per 60s');
    expect(error.toJSON()).toMatchObject({ details: { limit: 100, window: 60 }, retry_after: 2 });
  });

  it('does not invent a waiting time', () => {
    const error = RateLimitError.exceeded({ limit: 100, windowSeconds: 60 });

    expect(error.retryAfterMs).toBeUndefined();
    expect(error.toJSON()).not.toHaveProperty('retry_after');
  });

  it('tells the operation that timed out and its limit', () => {
    expect(TimeoutError.after('Loading the order', 500)).toMatchObject({
      message: 'Loading the order timed out after 500 ms',
      details: { operation: 'Loading the order', timeout_ms: 500 },
    });
  });

  it('keeps the error of the driver as the cause and out of the message', () => {
    const cause = new Error('password authentication failed for user "admin"');
    const error = DatabaseError.during('query', cause);

    expect(error).toMatchObject({ message: 'Database query failed', details: { operation: 'query' } });
    expect(error.cause).toBe(cause);
  });

  it('keeps the pattern of a filter out of the answer', () => {
    const error = PiiDetectedError.matching('^[0-9]{3}-[0-9]{2}-[0-9]{4}$', 'ssn');

    expect(error.toJSON()).toEqual({
      error: 'PII_DETECTED',
      message: 'The input contains personal data',
      details: { category: 'ssn' },
    });
    expect(error.context).toEqual({ pattern: '^[0-9]{3}-[0-9]{2}-[0-9]{4}$' });
    expect(PiiDetectedError.matching('x').details).toEqual({});
  });
});

describe('the shapes of an agent loop', () => {
  it('tells which call of which tool failed', () => {
    const cause = new Error('ENOENT');
    const error = ToolError.forCall('read_file', 'call_1', 'file not found', { cause });

    expect(error.message).toBe('Tool read_file failed: file not found');
    expect(error).toMatchObject({ details: { tool: 'read_file', call_id: 'call_1' }, retryable: false });
    expect(error.cause).toBe(cause);
    expect(Object.hasOwn(ToolError.forCall('bash', 'call_2', 'no such command'), 'cause')).toBe(false);
  });

  it('tells how far a prompt overflows', () => {
    const error = ContextOverflowError.exceeded({ used: 9000, limit: 8192 });

    expect(error).toMatchObject({ kind: 'context_overflow', status: 413, details: { used: 9000, limit: 8192 } });
  });
});

describe('P6: the status of a provider is never ours', () => {
  it.each([
    [400, 502],
    [401, 502],
    [403, 502],
    [404, 502],
    [408, 504],
    [429, 503],
    [500, 502],
    [503, 503],
    [504, 504],
    [529, 503],
  ])('answers %i with %i', (statusCode, status) => {
    const error = LLMAPIError.fromProvider('openai', { statusCode });

    expect(error.status).toBe(status);
    expect(error.details).toEqual({ provider: 'openai', status_code: statusCode });
  });

  it('answers 502 when the provider said nothing', () => {
    const error = LLMAPIError.fromProvider('openai');

    expect(error).toMatchObject({ message: 'openai API error: no usable answer', status: 502 });
    expect(error.details).toEqual({ provider: 'openai' });
  });

  it('takes a status of 0, which some clients report for a lost connection, for no answer', () => {
    expect(LLMAPIError.fromProvider('openai', { statusCode: 0 })).toMatchObject({ status: 502, details: {} });
  });

  it('keeps what the provider said, when to come back and the caught value for us', () => {
    const cause = new Error('429');
    const error = LLMAPIError.fromProvider('openai', {
      statusCode: 429,
      errorMessage: 'slow down',
      retryAfterMs: 0,
      cause,
    });

    expect(error).toMatchObject({ message: 'openai API error: slow down', retryAfterMs: 0 });
    expect(error.cause).toBe(cause);
  });
});
