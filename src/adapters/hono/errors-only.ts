import { ThrownValue } from './thrown-value.ts';

/**
 * Creates a middleware of Hono that turns whatever else is thrown into an error, with the value as its cause: Hono lets
 * texts, numbers and errors of another realm escape the application instead of calling the error handler. Use it first.
 */
export function errorsOnly(): (context: unknown, next: () => Promise<void>) => Promise<void> {
  return async (_context, next) => {
    try {
      await next();
    } catch (thrown) {
      throw thrown instanceof Error ? thrown : new ThrownValue(thrown);
    }
  };
}
