import httpErrors from 'http-errors';

const { NotFound, Forbidden } = httpErrors;
const Gone = httpErrors.Gone;

export function check(kind) {
  if (kind === 'a') throw new NotFound('No such order');
  if (kind === 'b') throw new Forbidden('Only for owners');
  if (kind === 'c') throw new Gone('It was here');
}
