import { badImplementation, unauthorized } from '@hapi/boom';
import {
  AuthenticationError,
  CircuitOpenError,
  DatabaseError,
  LLMAPIError,
  RateLimitError,
  TaskNotFoundError,
  ValidationErrors,
} from '@octollm/errors/errors';
import createHttpError from 'http-errors';
import { loadInOtherRealm, loadSecondCopy } from '../errors/second-copy.ts';

/** Holds a failure and what a client must get for it. */
export interface WebFailure {
  readonly create: () => unknown;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What no answer may hold: every failure that must be masked has it in its message, its cause or its details. */
export const secret = 'hunter2';

const [secondCopy, otherRealm] = await Promise.all([loadSecondCopy(), loadInOtherRealm()]);

const masked = { status: 500, code: 'INTERNAL_ERROR', message: 'An internal error occurred' } as const;

/** Lists what handlers throw, from the plain to the strange. */
export const webFailures: Readonly<Record<string, WebFailure>> = {
  'an error of the standard': {
    create: () => TaskNotFoundError.forTask('42'),
    status: 404,
    code: 'TASK_NOT_FOUND',
    message: 'Task 42 not found',
  },
  'an error that asks to wait': {
    create: () => RateLimitError.exceeded({ limit: 10, windowSeconds: 60, retryAfterMs: 1500 }),
    status: 429,
    code: 'RATE_LIMIT_EXCEEDED',
    message: 'Rate limit exceeded: 10 requests per 60s',
    headers: { 'retry-after': '2' },
  },
  'P3: an error that asks to come back at once': {
    create: () => new RateLimitError('Too fast', { retryAfterMs: 0 }),
    status: 429,
    code: 'RATE_LIMIT_EXCEEDED',
    message: 'Too fast',
    headers: { 'retry-after': '0' },
  },
  'an error that names a scheme': {
    create: () => new AuthenticationError('Sign in first', { details: { scheme: 'Bearer' } }),
    status: 401,
    code: 'AUTHENTICATION_ERROR',
    message: 'Sign in first',
    headers: { 'www-authenticate': 'Bearer' },
  },
  'several broken rules': {
    create: () => ValidationErrors.of([{ field: 'items[0].name', message: 'is missing' }]),
    status: 422,
    code: 'VALIDATION_ERRORS',
    message: 'Validation failed with 1 error',
  },
  'P7: an error of ours from 500 up': {
    create: () => new DatabaseError(`Connection as root:${secret} failed`, { details: { operation: secret } }),
    status: 500,
    code: 'DATABASE_ERROR',
    message: 'A database error occurred',
  },
  'an open circuit': {
    create: () => new CircuitOpenError(`The circuit of ${secret} is open`, { retryAfterMs: 30_000 }),
    status: 503,
    code: 'CIRCUIT_OPEN',
    message: 'The service is paused',
    headers: { 'retry-after': '30' },
  },
  'P6: an upstream that failed': {
    create: () => new LLMAPIError(`401 for key ${secret}`, { context: { key: secret } }),
    status: 502,
    code: 'LLM_API_ERROR',
    message: 'The language model service failed',
  },
  'an unknown error': { create: () => new TypeError(`${secret} is not a function`), ...masked },
  'an unknown error with a cause and properties': {
    create: () => Object.assign(new Error(secret, { cause: new Error(secret) }), { sql: secret }),
    ...masked,
  },
  'P6: a refusal of an upstream, which is not replayed': {
    create: () => Object.assign(new Error(`Bad key ${secret}`), { status: 401, headers: { 'x-key': secret } }),
    status: 502,
    code: 'BAD_GATEWAY',
    message: 'Bad gateway',
  },
  'an upstream that asks to wait': {
    create: () => Object.assign(new Error(secret), { status: 429, headers: { 'retry-after': '7' } }),
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'Service unavailable',
    headers: { 'retry-after': '7' },
  },
  'an error of http-errors': {
    create: () => createHttpError(404, 'No such plan'),
    status: 404,
    code: 'NOT_FOUND',
    message: 'No such plan',
  },
  'an error of http-errors that keeps its message': {
    create: () => createHttpError(404, `ENOENT /srv/${secret}`, { expose: false }),
    status: 404,
    code: 'NOT_FOUND',
    message: 'Not found',
  },
  'an error of http-errors from 500 up, with headers': {
    create: () => createHttpError(503, secret, { expose: true, headers: { 'Retry-After': '5', 'X-Region': 'eu' } }),
    status: 503,
    code: 'RESOURCE_ERROR',
    message: 'A resource is unavailable',
    headers: { 'retry-after': '5', 'x-region': 'eu' },
  },
  'an error with headers that no server sends': {
    create: () => createHttpError(405, 'Not here', { headers: { Allow: 'GET', 'x bad': '1', 'x-split': 'a\r\nb: c' } }),
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    message: 'Not here',
    headers: { allow: 'GET' },
  },
  'an error with headers about another body': {
    create: () => createHttpError(409, 'Changed', { headers: { 'Content-Length': '1', 'Content-Type': 'text/html' } }),
    status: 409,
    code: 'CONFLICT',
    message: 'Changed',
  },
  'an error of boom': {
    create: () => unauthorized('Sign in', 'Basic', { realm: 'orders' }),
    status: 401,
    code: 'AUTHENTICATION_ERROR',
    message: 'Sign in',
    headers: { 'www-authenticate': 'Basic realm="orders", error="Sign in"' },
  },
  'an error of boom from 500 up': { create: () => badImplementation(secret, { secret }), ...masked },
  'L18: an error of a second installed copy': {
    create: () => secondCopy.TaskNotFoundError.forTask('42'),
    status: 404,
    code: 'TASK_NOT_FOUND',
    message: 'Task 42 not found',
  },
  'L18: an error of another realm': {
    create: () => otherRealm.RateLimitError.exceeded({ limit: 1, windowSeconds: 1, retryAfterMs: 900 }),
    status: 429,
    code: 'RATE_LIMIT_EXCEEDED',
    message: 'Rate limit exceeded: 1 requests per 1s',
    headers: { 'retry-after': '1' },
  },
  'an abort': {
    create: () => new DOMException(secret, 'AbortError'),
    status: 499,
    code: 'CLIENT_CLOSED_REQUEST',
    message: 'Client closed request',
  },
  'details that are no JSON': {
    create: () => new AuthenticationError('No', { details: Object.assign({ scheme: 'Bearer' }, { id: 1n }) }),
    status: 401,
    code: 'AUTHENTICATION_ERROR',
    message: 'No',
  },
  'a frozen error': { create: () => Object.freeze(new Error(secret)), ...masked },
  'a text': { create: () => secret, ...masked },
  'a number': { create: () => 42, ...masked },
  'an object': { create: () => ({ message: secret }), ...masked },
  null: { create: () => null, ...masked },
  'a symbol': { create: () => Symbol(secret), ...masked },
  'a proxy that resists inspection': {
    create: () =>
      new Proxy(new Error(secret), {
        get() {
          throw new Error(secret);
        },
      }),
    ...masked,
  },
};
