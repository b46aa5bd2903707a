import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCorpusPackages } from './corpus.ts';
import type { CorpusPackage, CorpusSet } from './corpus.ts';
import type { HandlerKind } from './handler-sites.ts';

/** What a reviewer says of a handler that loses its error; the README defines each word. */
export type HandlerLabel = 'dropped' | 'log-only' | 'lost-cause' | 'any-typed';

export const handlerLabels: readonly HandlerLabel[] = ['dropped', 'log-only', 'lost-cause', 'any-typed'];

/**
 * Rules may be tuned on `dev`; `held-out` and the packages of `fresh` show whether they learned more than those files.
 * `first-sight` is scored on demand only, and whoever reads its misses has used it up.
 */
export type LabelSet = 'dev' | 'held-out' | 'fresh' | 'first-sight';

export const labelSets: readonly LabelSet[] = ['dev', 'held-out', 'fresh', 'first-sight'];

/** Labelled after the rules had been tuned, in packages that nobody had looked at until then. */
const freshPackages: ReadonlySet<string> = new Set([
  '@ai-sdk/mcp',
  '@apollo/server',
  '@arizeai/phoenix-client',
  '@aztec/foundation',
  '@aztec/sequencer-client',
  '@aztec/stdlib',
  '@electric-sql/client',
  '@feathersjs/authentication',
  '@fluidframework/container-runtime',
  '@genkit-ai/ai',
  '@genkit-ai/core',
  '@genkit-ai/tools-common',
  '@huggingface/inference',
  '@huggingface/tiny-agents',
  '@jupyterlab/services',
  '@langchain/core',
  '@livekit/agents-plugin-openai',
  '@loopback/rest',
  '@mendable/firecrawl-js',
  '@strapi/core',
  '@strapi/upload',
  '@tanstack/query-core',
  '@temporalio/worker',
  'flowise-components',
  'gatsby',
  'mcp-proxy',
  'next',
  'ollama',
  'payload',
  'rivetkit',
  'telegraf',
  'thirdweb',
]);

const firstSightPackages: ReadonlySet<string> = new Set(getCorpusPackages('first-sight').map(({ name }) => name));

export interface LabelledHandler {
  readonly file: string;
  /** One-based line of the `catch` keyword or of the callback's start. */
  readonly line: number;
  readonly kind: HandlerKind;
  /** Empty where nothing is lost. */
  readonly labels: readonly HandlerLabel[];
  /** Two reviewers could disagree. */
  readonly debatable?: true;
  readonly note: string;
}

export function getLabelledHandlers(entry: CorpusPackage): readonly LabelledHandler[] {
  const path = join(import.meta.dirname, 'labels', `${entry.name.replace('/', '+')}.json`);
  if (!existsSync(path)) return [];
  // labels.test.ts checks the shape.
  return JSON.parse(readFileSync(path, 'utf8')) as readonly LabelledHandler[];
}

export function getPackagesWithLabels(set: CorpusSet = 'labels'): readonly CorpusPackage[] {
  return getCorpusPackages(set).filter((entry) => getLabelledHandlers(entry).length > 0);
}

export function getLabelSet(packageName: string, file: string): LabelSet {
  if (freshPackages.has(packageName)) return 'fresh';
  if (firstSightPackages.has(packageName)) return 'first-sight';
  const hash = createHash('sha1').update(`${packageName}/${file}`).digest();
  return hash.readUInt32BE(0) % 3 === 0 ? 'held-out' : 'dev';
}
