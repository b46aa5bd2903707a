import type { Boundary } from '../boundary/boundary.ts';
import { getResponseState } from '../boundary/response-state.ts';
import type { FastifyReplyLike } from './fastify-parts.ts';
import { sendReply } from './send-reply.ts';

/** Records a failure and answers it as far as the reply still allows. */
export function failReply<Request>(
  boundary: Boundary<Request>,
  thrown: unknown,
  request: Request,
  reply: FastifyReplyLike,
): void {
  const state = getResponseState(reply.raw);
  const answer = boundary.fail(thrown, request, state);
  if (answer) {
    sendReply(reply, answer);
    return;
  }
  // Otherwise Fastify would wait for a reply that cannot come.
  reply.hijack();
  if (state === 'started') reply.raw.destroy();
}
