import type { Provider } from './provider.ts';
import { anthropic } from './providers/anthropic.ts';
import { azure } from './providers/azure.ts';
import { bedrock } from './providers/bedrock.ts';
import { google } from './providers/google.ts';
import { openaiCompatible } from './providers/openai-compatible.ts';
import { openai } from './providers/openai.ts';
import { openrouter } from './providers/openrouter.ts';
import { vercel } from './providers/vercel.ts';

/** Lists the providers; one that stands in front of others, or borrows a name, comes before them. */
export const providers: readonly Provider[] = [
  openaiCompatible,
  azure,
  openrouter,
  bedrock,
  vercel,
  anthropic,
  google,
  openai,
];
