import { readProperty } from '../../../errors/read-property.ts';
import type { Convention } from './declared-failure.ts';
import { readDeclaredStatus, readText } from './declared-failure.ts';

/**
 * Reads the errors of http-errors, which Express, Koa, body-parser and send throw: `expose` says whether the message is
 * meant for the client.
 */
export const readHttpError: Convention = (thrown) => {
  const expose = readProperty(thrown, 'expose');
  const status = readDeclaredStatus(thrown, 'status') ?? readDeclaredStatus(thrown, 'statusCode');
  if (typeof expose !== 'boolean' || status === undefined) return undefined;

  return {
    status,
    message: expose ? readText(thrown, 'message') : undefined,
    headers: readProperty(thrown, 'headers'),
  };
};
