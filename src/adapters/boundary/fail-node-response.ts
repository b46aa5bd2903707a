import type { Boundary } from './boundary.ts';
import type { NodeResponse } from './node-response.ts';
import { sendAnswer } from './node-response.ts';
import { getResponseState } from './response-state.ts';

/** Records a failure and answers it as far as the response still allows; one that has begun loses its connection. */
export function failNodeResponse<Request>(
  boundary: Boundary<Request>,
  thrown: unknown,
  request: Request,
  response: NodeResponse,
): void {
  const state = getResponseState(response);
  const answer = boundary.fail(thrown, request, state);
  if (answer) sendAnswer(response, answer);
  else if (state === 'started') response.destroy();
}
