import { createNotFound } from '../boundary/refused-request.ts';

/**
 * Creates the handler of Hono for addresses that no route answers, for `app.notFound()`: it throws a 404 of the standard,
 * which `errorHandler()` then answers.
 */
export function notFoundHandler(): () => never {
  return () => {
    throw createNotFound();
  };
}
