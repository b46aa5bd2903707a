import createError, { isHttpError } from 'http-errors';
import type { NextFunction, Request, Response } from 'express';

export function missing(_request: Request, _response: Response, next: NextFunction): void {
  next(createError(404, 'Nothing here'));
}

export function answer(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  let status = 500;
  let text = 'Something failed';
  if (isHttpError(error)) {
    status = error.status;
    text = error.message;
  }
  response.status(status).json({ text });
}

export function statusOf(err: any): number {
  if (createError.isHttpError(err)) return err.statusCode;
  return isHttpError(err) && err.name !== 'GoneError' ? err.statusCode : 500;
}
