import OpenAI from 'openai';
import type { Config } from '../config.js';
import { logger } from '../logger.js';

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface LanguageModel {
  complete(messages: Message[], signal?: AbortSignal): Promise<string>;
}

const maxPromptCharacters = 40_000;

export class OpenAIModel implements LanguageModel {
  private client: OpenAI;
  private model: string;

  constructor(config: Pick<Config, 'openaiApiKey' | 'openaiBaseUrl' | 'openaiModel' | 'requestTimeoutMs'>) {
    this.client = new OpenAI({
      apiKey: config.openaiApiKey,
      baseURL: config.openaiBaseUrl,
      timeout: config.requestTimeoutMs,
    });
    this.model = config.openaiModel;
  }

  async complete(messages: Message[], signal?: AbortSignal): Promise<string> {
    const size = messages.reduce((sum, message) => sum + message.content.length, 0);
    if (size > maxPromptCharacters) {
      throw new Error(`Prompt exceeds the maximum context length: ${size} of ${maxPromptCharacters} characters`);
    }

    let completion: OpenAI.ChatCompletion;
    try {
      completion = await this.client.chat.completions.create({ model: this.model, messages }, { signal });
    } catch (e: any) {
      if (e instanceof OpenAI.APIUserAbortError) throw e;
      if (e.status === 401) {
        throw new Error(`OpenAI API error: invalid API key`);
      }
      if (e.status === 429) {
        throw new Error('OpenAI API error: rate limit exceeded');
      }
      if (e.message.includes('maximum context length')) {
        throw new Error('OpenAI API error: the prompt is larger than the context window of the model');
      }
      if (e.message.includes('timed out')) {
        throw new Error(`OpenAI request timed out`);
      }
      logger.error('OpenAI request failed', e.message);
      throw new Error(`OpenAI API error: ${e.message}`);
    }

    const choice = completion.choices[0];
    if (!choice) {
      throw new Error('OpenAI API error: the completion has no choices');
    }
    if (choice.finish_reason === 'content_filter') {
      throw new Error('OpenAI API error: completion was stopped by the content filter');
    }
    if (!choice.message.content) {
      throw new Error('OpenAI API error: the completion is empty');
    }
    return choice.message.content;
  }

  async models(): Promise<string[]> {
    const page = await this.client.models.list().catch((e: any) => {
      return Promise.reject(new Error(`OpenAI API error: models cannot be listed: ${e.message}`));
    });
    return page.data.map((model) => model.id);
  }
}
