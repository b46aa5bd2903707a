import { readProperty } from '../../errors/read-property.ts';
import { ToolError } from '../../errors/tool-error.ts';
import type { Classification } from '../classification.ts';
import type { CallClassifier, ClassifyOptions } from '../create-classifier.ts';
import { listErrors } from '../list-errors.ts';
import { classifyLLM } from '../llm/classify-llm.ts';
import { toDetail } from '../llm/detail.ts';
import { userMessage } from '../user-message.ts';
import { findAuthProblem } from './auth-problem.ts';
import type { CompactContext, Decision, NextStep, ToolResult } from './decision.ts';
import { suggest } from './suggestion.ts';

/** Says what is known about the step that failed. */
export interface DecideOptions extends ClassifyOptions {
  /** Tells what the failure means; `classifyLLM` by default. */
  readonly classify?: CallClassifier;
}

/**
 * Decides what an agent loop does about a failure: try again, give the failure of a tool back to the model, shorten the
 * conversation, send it again, ask another provider, stop, or tell the user. Switch over `type`.
 *
 * @param error The value that was caught.
 * @param options The signal of the user, which once aborted always means to stop; the provider; another classifier.
 */
export function decide(error: unknown, options: DecideOptions = {}): Decision {
  const { classify = classifyLLM, ...callOptions } = options;
  const classification = classify(error, callOptions);
  const isCanceled = classification.kind === 'canceled' || options.signal?.aborted === true;
  const step: NextStep = isCanceled ? { type: 'cancel' } : chooseStep(listErrors(error), classification);
  return { ...step, classification };
}

function chooseStep(errors: readonly unknown[], classification: Classification): NextStep {
  const toolError = errors.find((error) => ToolError.isInstance(error));
  if (toolError) return toToolResult(toolError);

  switch (classification.action) {
    case 'retry':
    case 'wait':
      return { type: 'retry', retryAfterMs: classification.retryAfterMs };
    case 'compact_context':
      return toCompactContext(errors);
    case 'replay_history':
      return { type: 'replay_history' };
    case 'failover':
      return { type: 'fail_over' };
    default:
      return {
        type: 'tell_user',
        message: userMessage(classification),
        suggestion: suggest(classification),
        authProblem: findAuthProblem(classification),
      };
  }
}

/** The model reads the message of the tool error itself, never that of a cause, which may hold secrets or instructions. */
function toToolResult({ details, message, title }: ToolError): ToolResult {
  return { type: 'tool_result', tool: details.tool, callId: details.call_id, message: toDetail(message) ?? title };
}

function toCompactContext(errors: readonly unknown[]): CompactContext {
  const details = errors.map((error) => readProperty(error, 'details'));
  const read = (key: string): number | undefined =>
    details.map((detail) => readProperty(detail, key)).find((value): value is number => typeof value === 'number');
  return { type: 'compact_context', usedTokens: read('used'), limitTokens: read('limit') };
}
