import { z } from 'zod';
import { TriageError } from '../errors.js';
import { logger } from '../logger.js';
import type { Order, Triage } from '../types.js';
import type { LanguageModel, Message } from './client.js';
import type { ToolBox } from './tools.js';

const answerSchema = z.union([
  z.object({ tool: z.string(), input: z.record(z.string(), z.unknown()).default({}) }),
  z.object({ priority: z.enum(['low', 'normal', 'high']), risk: z.number(), reason: z.string() }),
]);

type Answer = z.infer<typeof answerSchema>;

const maxSteps = 4;
const maxAttempts = 3;

function parseAnswer(text: string): Answer {
  const match = /\{[\s\S]*\}/.exec(text);
  if (!match) {
    throw new Error('LLM answer cannot be parsed: no JSON object in the completion');
  }
  let value: unknown;
  try {
    value = JSON.parse(match[0]);
  } catch {
    throw new Error('LLM answer cannot be parsed: malformed JSON');
  }
  const result = answerSchema.safeParse(value);
  if (!result.success) {
    throw new TriageError('LLM answer does not have the expected shape', { cause: result.error });
  }
  return result.data;
}

export class TriageAgent {
  constructor(
    private model: LanguageModel,
    private tools: ToolBox,
  ) {}

  async triage(order: Order, signal?: AbortSignal): Promise<Triage> {
    const messages: Message[] = [
      {
        role: 'system',
        content:
          'You triage orders. Answer with one JSON object: {"priority","risk","reason"}, ' +
          `or {"tool","input"} to look something up first.\n${this.tools.describe()}`,
      },
      { role: 'user', content: JSON.stringify(order) },
    ];

    for (let step = 0; step < maxSteps; step++) {
      if (signal?.aborted) {
        throw new Error(`Triage of order ${order.id} was cancelled`);
      }
      const answer = await this.ask(messages, signal);
      if (!('tool' in answer)) return answer;
      messages.push({ role: 'assistant', content: JSON.stringify(answer) });
      messages.push({ role: 'user', content: await this.lookUp(answer.tool, answer.input) });
    }
    throw new TriageError(`Triage of order ${order.id} took more than ${maxSteps} steps`);
  }

  /** Models return broken JSON now and then; asking again usually helps. */
  private async ask(messages: Message[], signal?: AbortSignal): Promise<Answer> {
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const completion = await this.model.complete(messages, signal);
      try {
        return parseAnswer(completion);
      } catch (e: any) {
        logger.warn(`triage attempt ${attempt + 1} of ${maxAttempts} gave no usable answer`, e.message);
      }
    }
    throw new Error(`LLM gave no usable answer in ${maxAttempts} attempts`);
  }

  private async lookUp(name: string, input: Record<string, unknown>): Promise<string> {
    try {
      return await this.tools.call(name, input);
    } catch (e) {
      // the model gets to see what went wrong, and answers with what it has
      return `error: ${e instanceof Error ? e.message : String(e)}`;
    }
  }
}
