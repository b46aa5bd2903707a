import type { Finding } from '../finding.ts';
import { providers } from './provider-list.ts';
import type { Meaning } from './provider.ts';
import { readBodies, readBodyCodes } from './read-bodies.ts';

const meanings: ReadonlyMap<string, Meaning> = new Map(providers.flatMap(({ codes }) => Object.entries(codes)));

/** Concludes from a code or type in the body of the answer, which says more than its status. */
export function byBodyCode(error: unknown): Finding | undefined {
  for (const body of readBodies(error)) {
    for (const code of readBodyCodes(body)) {
      const meaning = meanings.get(code);
      if (meaning) return toFinding(code, meaning);
    }
  }
  return undefined;
}

function toFinding(code: string, meaning: Meaning): Finding {
  const found = typeof meaning === 'string' ? { kind: meaning } : meaning;
  const isRefused = found.kind === 'rate_limit' || found.kind === 'overloaded';
  return { code, sent: isRefused ? 'no' : 'yes', confidence: 'structured', ...found };
}
