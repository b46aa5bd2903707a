import type { Boundary } from '../boundary/boundary.ts';
import { createBoundary } from '../boundary/boundary.ts';
import type { BoundaryOptions } from '../boundary/boundary-options.ts';
import { failNodeResponse } from '../boundary/fail-node-response.ts';
import { logFailure } from '../boundary/log-failure.ts';
import type { NodeRequest, NodeResponse } from '../boundary/node-response.ts';
import { failReply } from '../fastify/fail-reply.ts';
import type { FastifyReplyLike } from '../fastify/fastify-parts.ts';

/**
 * Holds what the filter needs of the `ArgumentsHost` of Nest.
 *
 * @external
 */
export interface NestHost {
  getType(): string;
  switchToHttp(): { getRequest(): unknown; getResponse(): unknown };
}

/**
 * Reports every failure of a Nest 12 application over HTTP, on Express or Fastify:
 * `app.useGlobalFilters(new OctoLLMExceptionFilter())`, or as a provider for `APP_FILTER`.
 *
 * It answers errors of the standard and every `HttpException` with their status, the texts of the `ValidationPipe` with 422
 * (see `toValidationErrors` for pointers), and everything else with a masked 500. When the response has begun, it closes
 * the connection. When the client has left, it only records.
 */
export class OctoLLMExceptionFilter<Request extends NodeRequest = NodeRequest> {
  readonly #boundary: Boundary<Request>;

  /**
   * Creates the filter.
   *
   * @param options The format of the answer, the recorder and what else differs.
   */
  constructor(options: BoundaryOptions<Request> = {}) {
    this.#boundary = createBoundary(options, (error, _, failure) => logFailure(console, error, failure));
  }

  /**
   * Answers what a handler, guard, pipe or interceptor threw; Nest calls it.
   *
   * @param thrown What was thrown.
   * @param host Where Nest caught it.
   * @throws What it was given, where the failure is not that of an HTTP request, such as in a GraphQL resolver.
   */
  catch(thrown: unknown, host: NestHost): void {
    if (host.getType() !== 'http') throw thrown;
    const http = host.switchToHttp();
    // Nest types neither of the two; which they are depends on the platform.
    const request = http.getRequest() as Request;
    const response = http.getResponse() as NodeResponse | FastifyReplyLike;

    if ('raw' in response) failReply(this.#boundary, thrown, request, response);
    else failNodeResponse(this.#boundary, thrown, request, response);
  }
}
