import type { NextFunction, Request, Response } from 'express';
import { TaskNotFoundError } from '@octollm/errors';

export function missing(_request: Request, _response: Response, next: NextFunction): void {
  next(new TaskNotFoundError('Nothing here'));
}

export function answer(err: any, _request: Request, response: Response, _next: NextFunction): void {
  response.statusCode = err.status || 500;
  response.end(err.message);
}
