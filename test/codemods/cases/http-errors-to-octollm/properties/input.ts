import createError from 'http-errors';

export function check(kind: string, caught: unknown, extra: object): void {
  if (kind === 'a') throw createError(404, 'No such order', { expose: true });
  if (kind === 'b') throw createError(502, 'The shop failed', { cause: caught, expose: false });
  if (kind === 'c') throw createError(429, 'Too many orders', { headers: { 'Retry-After': '30' } });
  if (kind === 'd') throw createError(429, { headers: { 'retry-after': 5 } });
  if (kind === 'e') throw createError(404, 'No such order', { order: 7 });
  if (kind === 'f') throw createError(500, 'The disk is full', { expose: true });
  if (kind === 'g') throw createError(401, 'Who?', { headers: { 'WWW-Authenticate': 'Basic' } });
  if (kind === 'h') throw createError(404, 'No such order', { ...extra });
  if (kind === 'i') throw createError(404, 'No such order', { order: 7 /* seven */ });
}
