import { describeErrorClass } from './describe-error-class.ts';
import type { SystemDetails } from './system-error.ts';
import { SystemError } from './system-error.ts';

/** Holds what a client may learn from `ToolError`. */
export type ToolDetails = SystemDetails & {
  /** The name of the tool. */
  readonly tool?: string;
  /** The id that the model gave the call. */
  readonly call_id?: string;
};

/** Reports a tool that failed; the agent loop returns it to the model as the result of the tool. */
export class ToolError extends SystemError<ToolDetails> {
  declare readonly details: ToolDetails;

  static {
    describeErrorClass(this, {
      name: 'ToolError',
      code: 'TOOL_ERROR',
      severity: 'warning',
      retryable: false,
      title: 'A tool failed',
    });
  }

  /**
   * Creates the error of one call.
   *
   * @param tool The name of the tool.
   * @param callId The id that the model gave the call.
   * @param message What failed, in words that the model may read.
   * @param options What is known beside the message.
   * @param options.cause The value that was caught, if any.
   */
  static forCall(tool: string, callId: string, message: string, options?: { cause?: unknown }): ToolError {
    return new ToolError(`Tool ${tool} failed: ${message}`, { ...options, details: { tool, call_id: callId } });
  }
}
