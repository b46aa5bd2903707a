/**
 * Classifies what providers of language models answer and what their clients throw.
 *
 * @module
 */

export { classifyLLM } from './classify-llm.ts';
export { detectProvider } from './detect-provider.ts';
export { providers } from './provider-list.ts';
export type { Meaning, Provider } from './provider.ts';
export type { TextRule } from './words.ts';
export { userMessage } from '../user-message.ts';
export type { Phase, UserMessageOptions, UserMessages } from '../user-message.ts';
