import { readProperty } from '../../errors/read-property.ts';
import { ToolError } from '../../errors/tool-error.ts';
import type { Classification } from '../classification.ts';
import type { CallClassifier, ClassifyOptions } from '../create-classifier.ts';
import { listErrors } from '../list-errors.ts';
import { classifyLLM } from '../llm/classify-llm.ts';
import { toDetail } from '../llm/detail.ts';
import { userMessage } from '../user-message.ts';
import { findAuthProblem, type AuthProblem } from './auth-problem.ts';
import { suggest } from './suggestion.ts';

/** Says what an agent loop does next about a failure. */
export type Decision = Readonly<{ classification: Classification }> &
  Readonly<
    | { type: 'retry'; /** How long the provider asked to wait, in milliseconds. */ afterMs: number | undefined }
    | { type: 'tool_result'; tool: string | undefined; callId: string | undefined; message: string }
    | { type: 'compact_context'; usedTokens: number | undefined; limitTokens: number | undefined }
    | { type: 'replay_history' }
    | { type: 'fail_over' }
    | { type: 'cancel' }
    | { type: 'tell_user'; message: string; suggestion: string; authProblem: AuthProblem | undefined }
  >;

/** Says what is known about the step that failed. */
export interface DecideOptions extends ClassifyOptions {
  /** Defaults to `classifyLLM`. */
  readonly classify?: CallClassifier;
}

/**
 * Decides what an agent loop does about a failure: try again, give the failure of a tool back to the model, shorten the
 * conversation, send it again, ask another provider, stop, or tell the user. Switch over `type`.
 *
 * @param error The value that was caught.
 * @param options The signal of the user, the provider, another classifier.
 */
export function decide(error: unknown, options: DecideOptions = {}): Decision {
  const { classify = classifyLLM, ...callOptions } = options;
  const classification = classify(error, callOptions);
  if (classification.kind === 'canceled' || options.signal?.aborted) return { type: 'cancel', classification };

  const errors = listErrors(error);
  const toolError = errors.find((candidate) => ToolError.isInstance(candidate));
  if (toolError) return { ...toToolResult(toolError), classification };

  switch (classification.action) {
    case 'retry':
    case 'wait':
      return { type: 'retry', afterMs: classification.retryAfterMs, classification };
    case 'compact_context':
      return { type: 'compact_context', ...readTokens(errors), classification };
    case 'replay_history':
      return { type: 'replay_history', classification };
    case 'failover':
      return { type: 'fail_over', classification };
    default:
      return {
        type: 'tell_user',
        message: userMessage(classification),
        suggestion: suggest(classification),
        authProblem: findAuthProblem(classification),
        classification,
      };
  }
}

/** The model reads the message of the tool error itself, never that of a cause, which may hold secrets or instructions. */
function toToolResult(error: ToolError): {
  type: 'tool_result';
  tool: string | undefined;
  callId: string | undefined;
  message: string;
} {
  return {
    type: 'tool_result',
    tool: error.details.tool,
    callId: error.details.call_id,
    message: toDetail(error.message) ?? error.title,
  };
}

function readTokens(errors: readonly unknown[]): { usedTokens: number | undefined; limitTokens: number | undefined } {
  const details = errors.map((error) => readProperty(error, 'details'));
  const read = (key: string): number | undefined =>
    details.map((detail) => readProperty(detail, key)).find((value): value is number => typeof value === 'number');
  return { usedTokens: read('used'), limitTokens: read('limit') };
}
