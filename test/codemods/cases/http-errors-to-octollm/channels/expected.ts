import type { NextFunction, Request, Response } from 'express';
import { AuthorizationError, InvalidInputError, TaskNotFoundError } from '@octollm/errors';

export function missing(_request: Request, _response: Response, next: NextFunction): void {
  next(new TaskNotFoundError('Not Found'));
}

export function load(id: string): Promise<never> {
  return Promise.reject(new TaskNotFoundError(`No order ${id}`));
}

export function check(isKnown: boolean): void {
  const error = new AuthorizationError('Only for owners');
  if (!isKnown) throw error;
  throw isKnown ? new TaskNotFoundError('Not Found') : new InvalidInputError('No order');
}
