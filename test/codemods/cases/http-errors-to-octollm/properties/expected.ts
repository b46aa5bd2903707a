import createError from 'http-errors';
import { ExternalError, RateLimitError, TaskNotFoundError } from '@octollm/errors';

export function check(kind: string, caught: unknown, extra: object): void {
  if (kind === 'a') throw new TaskNotFoundError('No such order');
  if (kind === 'b') throw new ExternalError('The shop failed', { cause: caught });
  if (kind === 'c') throw new RateLimitError('Too many orders', { retryAfterMs: 30000 });
  if (kind === 'd') throw new RateLimitError('Too Many Requests', { retryAfterMs: 5000 });
  if (kind === 'e') throw createError(404, 'No such order', { order: 7 });
  if (kind === 'f') throw createError(500, 'The disk is full', { expose: true });
  if (kind === 'g') throw createError(401, 'Who?', { headers: { 'WWW-Authenticate': 'Basic' } });
  if (kind === 'h') throw createError(404, 'No such order', { ...extra });
  if (kind === 'i') throw createError(404, 'No such order', { order: 7 /* seven */ });
}
