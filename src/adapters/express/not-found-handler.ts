import { createNotFound } from '../boundary/refused-request.ts';

/**
 * Creates the middleware that makes a request which no route answered a 404 of the standard; use it after all routes and
 * before `errorHandler()`.
 */
export function notFoundHandler(): (request: unknown, response: unknown, next: (error: unknown) => void) => void {
  return (_request, _response, next) => next(createNotFound());
}
