import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

export const openai = new OpenAI();

export const other = new OpenAI({
  apiKey: 'none',
  timeout: 5_000,
});

export const anthropic = new Anthropic({ apiKey: 'none' });

export const own = new OpenAI({ fetch: (input, init) => fetch(input, init) });
