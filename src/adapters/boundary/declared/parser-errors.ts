import type { Convention } from './declared-failure.ts';
import { readDeclaredStatus, readText } from './declared-failure.ts';

const messages: Readonly<Record<string, string>> = {
  SyntaxError: 'The body of the request is malformed',
  URIError: 'The path of the request is malformed',
};

/** Reads what routers and body parsers throw without further marks: a built-in error of the language with a status of 400. */
export const readParserError: Convention = (thrown) => {
  const message = messages[readText(thrown, 'name') ?? ''];
  const status = readDeclaredStatus(thrown, 'status') ?? readDeclaredStatus(thrown, 'statusCode');
  return message !== undefined && status === 400 ? { status, message } : undefined;
};
