import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { anthropicFetch, openaiFetch } from '../../resilience';

export const openai = new OpenAI({ fetch: openaiFetch, timeout: 60_000 });

export const other = new OpenAI({
  apiKey: 'none',
  timeout: 5_000,
  fetch: openaiFetch,
});

export const anthropic = new Anthropic({ apiKey: 'none', fetch: anthropicFetch, timeout: 60_000 });

export const own = new OpenAI({ fetch: (input, init) => fetch(input, init) });
