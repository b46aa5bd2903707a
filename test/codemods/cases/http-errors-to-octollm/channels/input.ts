import createError from 'http-errors';
import type { NextFunction, Request, Response } from 'express';

export function missing(_request: Request, _response: Response, next: NextFunction): void {
  next(createError(404));
}

export function load(id: string): Promise<never> {
  return Promise.reject(createError(404, `No order ${id}`));
}

export function check(isKnown: boolean): void {
  const error = createError(403, 'Only for owners');
  if (!isKnown) throw error;
  throw isKnown ? createError(404) : createError(400, 'No order');
}
