import { createBoundary } from '../boundary/boundary.ts';
import type { BoundaryOptions } from '../boundary/boundary-options.ts';
import { failNodeResponse } from '../boundary/fail-node-response.ts';
import { logFailure } from '../boundary/log-failure.ts';
import type { NodeRequest, NodeResponse } from '../boundary/node-response.ts';

/**
 * Stands for an error-handling middleware of Express.
 *
 * @param error What a handler threw or passed on.
 * @param request The request that failed.
 * @param response Its response.
 * @param next Never called: the failure ends here.
 */
export type ExpressErrorHandler<Request> = (
  error: unknown,
  request: Request,
  response: NodeResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Creates the error-handling middleware of Express 5; use it after all routes and after `notFoundHandler()`.
 *
 * It answers errors of the standard, of http-errors, body-parser and boom with their status and everything else with a
 * masked 500. When the response has begun, it closes the connection. When the client has left, it only records.
 *
 * @param options The format of the answer, the recorder and what else differs.
 */
export function errorHandler<Request extends NodeRequest = NodeRequest>(
  options: BoundaryOptions<Request> = {},
): ExpressErrorHandler<Request> {
  const boundary = createBoundary(options, (error, _, failure) => logFailure(console, error, failure));

  // Express knows an error handler by its four parameters. Handing on what came too late would get it logged once more.
  return (error, request, response, _next) => failNodeResponse(boundary, error, request, response);
}
