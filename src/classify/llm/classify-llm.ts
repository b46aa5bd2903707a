import { fromStatus } from '../by-status.ts';
import { createClassifier, type CallClassifier } from '../create-classifier.ts';
import type { Finding } from '../finding.ts';
import { findFirst } from '../rule.ts';
import { byBodyCode } from './by-body-code.ts';
import { byClientError } from './by-client-error.ts';
import { byLostGateway } from './by-lost-gateway.ts';
import { providers } from './provider-list.ts';
import { readBodies, readBodyMessage, readBodyStatus } from './read-bodies.ts';
import { readFacts } from './read-facts.ts';
import { bySpelledStatus, byWords, readMessage, refineByWords } from './words.ts';

const longestText = 8_192;
const providerWords = providers.flatMap(({ words }) => words);

/**
 * Says what a failed call of a language model means and what to do about it: `classify` with the codes, the words and
 * the headers of the providers.
 *
 * @param thrown Any value, also an error event of a stream that began well.
 * @param options The signals of the call and the provider, if known.
 */
export const classifyLLM: CallClassifier = createClassifier({ rules: [byLostGateway, byBodyCode], refine, readFacts });

function refine(errors: readonly unknown[], found: Finding | undefined): Finding | undefined {
  // What the system and the client say of themselves is definite; the words around it are those of somebody else.
  if (found?.confidence === 'system') return found;
  const ofClient = found ? undefined : findFirst([byClientError], errors);
  if (ofClient) return ofClient;

  const messages = errors.flatMap((error) => [readMessage(error), ...readBodies(error).map(readBodyMessage)]);
  const text = messages.join('\n').slice(0, longestText).toLowerCase();
  const words = byWords(text, providerWords);
  const status = findFirst([(error) => readBodies(error).map(readBodyStatus).find(Number)], errors);

  const answer = found ?? (status ? fromStatus(status, 'structured') : bySpelledStatus(text));
  return answer ? refineByWords(ofModel(answer), words) : words;
}

/** What is too large for the API of a model is too long for the model. */
function ofModel(answer: Finding): Finding {
  return answer.status === 413 ? { ...answer, kind: 'context_overflow' } : answer;
}
