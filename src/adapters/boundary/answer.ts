import { toEnvelope } from '../../http/to-envelope.ts';
import { toProblem } from '../../http/to-problem.ts';
import type { BoundaryOptions } from './boundary-options.ts';
import { toDeclaredError } from './declared-error.ts';

/** Holds a response that is ready to be sent. */
export interface Answer {
  readonly status: number;
  /** Headers by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as JSON; empty where the status allows none. */
  readonly text: string;
}

/** Holds the settings of one answer. */
export interface AnswerOptions extends Pick<
  BoundaryOptions<never>,
  'format' | 'attributeTo' | 'redact' | 'getProblemType'
> {
  readonly instance: string;
  readonly traceId: string | undefined;
}

/**
 * Returns the response that reports a thrown value: an error of the standard, one that a web framework threw in order to
 * answer with a status, or anything else, of which the client learns nothing.
 *
 * @throws What the functions in the options throw.
 */
export function toAnswer(thrown: unknown, options: AnswerOptions): Answer {
  const declared = toDeclaredError(thrown);
  if (declared !== undefined && declared.status < 400) {
    return { status: declared.status, headers: declared.headers, text: '' };
  }
  const { status, headers, body } = format(declared?.error ?? thrown, options);
  return { status, headers: { ...declared?.headers, ...headers }, text: JSON.stringify(body) };
}

function format(error: unknown, options: AnswerOptions): ReturnType<typeof toEnvelope | typeof toProblem> {
  const { instance, getProblemType, ...shared } = options;
  if (options.format === 'problem') return toProblem(error, { ...shared, instance, getType: getProblemType });
  return toEnvelope(error, { ...shared, errorId: instance });
}
