import createError from 'http-errors';

export const notFound = (text: string) => createError(404, text);

export function refuse(): Error {
  return createError(403);
}

export function conflict(): never {
  const error = createError(404, 'No such order');
  error.order = 7;
  throw error;
}

export { createError };
