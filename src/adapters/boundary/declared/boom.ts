import { readProperty } from '../../../errors/read-property.ts';
import type { Convention } from './declared-failure.ts';
import { readDeclaredStatus, readText } from './declared-failure.ts';

/** Reads the errors of boom: the `output` is meant for the client, `data` is not. */
export const readBoom: Convention = (thrown) => {
  if (readProperty(thrown, 'isBoom') !== true) return undefined;
  const output = readProperty(thrown, 'output');
  const status = readDeclaredStatus(output, 'statusCode');
  if (status === undefined) return undefined;

  return {
    status,
    message: readText(readProperty(output, 'payload'), 'message'),
    headers: readProperty(output, 'headers'),
  };
};
