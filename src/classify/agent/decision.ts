import type { Classification } from '../classification.ts';
import type { AuthProblem } from './auth-problem.ts';

/** Says to make the same call again. */
export interface Retry {
  readonly type: 'retry';
  /** How long the provider asked to wait, in milliseconds; without it the back-off of the policy decides. */
  readonly retryAfterMs: number | undefined;
}

/** Says to give the failure of a tool back to the model, which can then correct itself. */
export interface ToolResult {
  readonly type: 'tool_result';
  /** The name of the tool, where the error holds it. */
  readonly tool: string | undefined;
  /** The id that the model gave the call, where the error holds it. */
  readonly callId: string | undefined;
  /** What the model may read: without secrets, and at most 500 code points long. */
  readonly message: string;
}

/** Says to shorten the conversation, then to go on. */
export interface CompactContext {
  readonly type: 'compact_context';
  /** How many tokens the prompt had, if that is known. */
  readonly usedTokens: number | undefined;
  /** How many tokens the model takes, if that is known. */
  readonly limitTokens: number | undefined;
}

/** Says to send the whole conversation, because the provider no longer has its part of it. */
export interface ReplayHistory {
  readonly type: 'replay_history';
}

/** Says to ask another provider. */
export interface FailOver {
  readonly type: 'fail_over';
}

/** Says to stop without a complaint. */
export interface Cancel {
  readonly type: 'cancel';
}

/** Says to stop and to tell the user why. */
export interface TellUser {
  readonly type: 'tell_user';
  /** What happened, in a sentence without secrets. */
  readonly message: string;
  /** What the user can do. */
  readonly suggestion: string;
  /** What is wrong with the credentials, if it is them. */
  readonly authProblem: AuthProblem | undefined;
}

/** Names each step that an agent loop can take after a failure. */
export type NextStep = Retry | ToolResult | CompactContext | ReplayHistory | FailOver | Cancel | TellUser;

/** Holds the next step and what it rests on. */
export type Decision = NextStep & { readonly classification: Classification };
