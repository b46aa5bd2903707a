import { Node } from 'ts-morph';
import type { Repetition } from './outgoing-call.ts';

/** Methods that RFC 9110 (9.2.2) calls idempotent, as far as clients send them. */
const idempotent: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** The method that the options of a request name, `GET` without any; undefined when only the running program knows. */
export function readMethod(options: Node | undefined): string | undefined {
  if (!options) return 'GET';
  if (!Node.isObjectLiteralExpression(options)) return undefined;
  const property = options.getProperty('method');
  if (!property) return options.getProperties().some(Node.isSpreadAssignment) ? undefined : 'GET';
  const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
  return Node.isStringLiteral(value) ? value.getLiteralText().toUpperCase() : undefined;
}

/** Says what may be tried again; a body that is read only once is never sent twice. */
export function repeatByMethod(method: string | undefined, options: Node | undefined): Repetition {
  if (isOneTimeBody(options)) return 'never';
  return method !== undefined && idempotent.has(method) ? 'idempotent' : 'not-sent';
}

function isOneTimeBody(options: Node | undefined): boolean {
  if (!Node.isObjectLiteralExpression(options)) return false;
  return ['body', 'data'].some((name) => {
    const property = options.getProperty(name);
    const type = property?.getType();
    return type !== undefined && /(?:Stream|Readable|Generator|AsyncIterable)\b/.test(type.getText(property));
  });
}
