import { readProperty } from '../../../errors/read-property.ts';
import type { Convention } from './declared-failure.ts';
import { readDeclaredStatus, readText } from './declared-failure.ts';

/** Reads the `HTTPException` of Hono, whose message is meant for the client. */
export const readHonoException: Convention = (thrown) => {
  const status = readDeclaredStatus(thrown, 'status');
  if (status === undefined || typeof readProperty(thrown, 'getResponse') !== 'function') return undefined;
  return { status, message: readText(thrown, 'message') };
};
