import createError from 'http-errors';
import type { NextFunction, Request, Response } from 'express';

export function missing(_request: Request, _response: Response, next: NextFunction): void {
  next(createError(404, 'Nothing here'));
}

export function answer(err: any, _request: Request, response: Response, _next: NextFunction): void {
  response.statusCode = err.status || 500;
  response.end(err.message);
}
