import { InternalError } from '../../errors/internal-error.ts';
import type { Answer } from './answer.ts';
import { toAnswer } from './answer.ts';
import type { BoundaryOptions, FailedRequest } from './boundary-options.ts';
import type { ResponseState } from './response-state.ts';

/** Stands where failures leave the application: it records each of them once and makes the response that reports it. */
export interface Boundary<Request> {
  /**
   * Records a failure.
   *
   * @param state What became of the response so far.
   * @returns The response to send; `undefined` when there is nobody or no way left to send it to.
   */
  fail(thrown: unknown, request: Request, state: ResponseState): Answer | undefined;
}

/** Creates a boundary; `record` stands in for an absent `onError`. */
export function createBoundary<Request>(
  options: BoundaryOptions<Request>,
  record: (error: unknown, request: Request, failure: FailedRequest) => unknown,
): Boundary<Request> {
  const { onError = record } = options;
  return {
    fail(thrown, request, state) {
      const { error, answer, instance, traceId } = describe(thrown, request, options);
      const status = state === 'gone' ? 499 : answer.status;
      runSafely(() => onError(error, request, { status, sent: state === 'open', instance, traceId }));
      return state === 'open' ? answer : undefined;
    },
  };
}

interface Description extends Pick<FailedRequest, 'instance' | 'traceId'> {
  /** What is recorded. */
  readonly error: unknown;
  readonly answer: Answer;
}

/** A function of the user may throw here; then that bug is what the client and the log get. */
function describe<Request>(thrown: unknown, request: Request, options: BoundaryOptions<Request>): Description {
  try {
    const instance = options.instance?.(request) ?? createInstance();
    const traceId = options.traceId?.(request);
    const error = options.convert?.(thrown, request) ?? thrown;
    return { error: thrown, answer: toAnswer(error, { ...options, instance, traceId }), instance, traceId };
  } catch (bug) {
    const message = 'Failed to make a response of an error, because a function in the options threw';
    const error = new InternalError(message, { cause: bug, context: { thrown } });
    const identity = { instance: createInstance(), traceId: undefined };
    const { format = 'envelope' } = options;
    return { error, answer: toAnswer(error, { format, ...identity }), ...identity };
  }
}

function createInstance(): string {
  return `urn:uuid:${crypto.randomUUID()}`;
}

function runSafely(record: () => unknown): void {
  const ignore = (): void => undefined;
  try {
    Promise.resolve(record()).catch(ignore);
  } catch {
    // expected: the client gets its answer even when nobody can write down why.
  }
}
