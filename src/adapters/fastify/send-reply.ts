import type { Answer } from '../boundary/answer.ts';
import { representationHeaders } from '../boundary/representation-headers.ts';
import type { FastifyReplyLike } from './fastify-parts.ts';

/** Sends an answer; Fastify and Node leave the body out for HEAD, 204 and 304. */
export function sendReply(reply: FastifyReplyLike, { status, headers, text }: Answer): void {
  for (const name of representationHeaders) reply.removeHeader(name);
  reply.code(status);
  reply.headers(headers);
  // The text is JSON already: neither the schema of the route nor a charset parameter may be added to it.
  reply.serializer(String);
  Reflect.apply(reply.send, reply, [text]);
}
