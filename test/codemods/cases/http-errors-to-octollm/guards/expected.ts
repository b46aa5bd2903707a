import createError, { isHttpError } from 'http-errors';
import type { NextFunction, Request, Response } from 'express';
import { OctoLLMError, TaskNotFoundError } from '@octollm/errors';

export function missing(_request: Request, _response: Response, next: NextFunction): void {
  next(new TaskNotFoundError('Nothing here'));
}

export function answer(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  let status = 500;
  let text = 'Something failed';
  if (isHttpError(error) || (error instanceof OctoLLMError && error.status < 500)) {
    status = error.status;
    text = error.message;
  }
  response.status(status).json({ text });
}

export function statusOf(err: any): number {
  if (createError.isHttpError(err) || err instanceof OctoLLMError) return err.status;
  return (isHttpError(err) || err instanceof OctoLLMError) && err.name !== 'GoneError' ? err.status : 500;
}
