import createError from 'http-errors';

export function check(kind: string): void {
  if (kind === 'a') throw createError(409, 'The order exists');
  if (kind === 'b') throw createError(410);
  if (kind === 'c') throw createError(413, 'The picture is too large');
  if (kind === 'd') throw new createError.PaymentRequired();
}
