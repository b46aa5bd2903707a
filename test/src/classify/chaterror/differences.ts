import type { Table } from './literals.ts';

/** One deliberate difference: at these statuses, every literal of these tables means something else to us. */
export interface Difference {
  readonly id: string;
  readonly why: string;
  /** `no literal` stands for a text that is in no table. */
  readonly tables: readonly (Table | 'no literal')[];
  /** `none` stands for an error without a status. */
  readonly statuses: readonly (number | 'none')[];
}

const neverPasses = ['authentication', 'forbidden', 'config', 'quota', 'providerDisabled'] as const;
const passes = ['timeout', 'serverError', 'rateLimit', 'deadline'] as const;

export const differences: readonly Difference[] = [
  {
    id: 'K1',
    why: 'A cancelled context in the words of a provider is its own; with a status that passes, so does the call.',
    tables: ['interrupted', 'continuity'],
    statuses: [401, 408, 425, 429],
  },
  {
    id: 'K3',
    why: 'A request that the server refused for good fails again, whatever words the refusal contains.',
    tables: ['streamCut', 'chainBroken', 'overloaded'],
    statuses: [400, 401, 402, 403, 404, 409, 413, 422, 429],
  },
  {
    id: 'K3',
    why: 'A request that the server refused for good fails again, whatever words the refusal contains.',
    tables: passes,
    statuses: [400, 402, 404, 409, 413, 422],
  },
  {
    id: 'K3',
    why: 'A status that passes below 500 is definite, too: only a code, not a word, makes it permanent.',
    tables: [...neverPasses, 'overloaded', 'chainBroken', 'rateLimit'],
    statuses: [408, 425],
  },
  {
    id: 'K3',
    why: 'A status that passes below 500 is definite, too: only a code, not a word, makes it permanent.',
    tables: ['authentication', 'forbidden', 'config'],
    statuses: [429],
  },
  {
    id: 'K3',
    why: 'Rejected credentials come first: who is unknown has no quota that could be spent.',
    tables: ['spentQuota', 'quota'],
    statuses: [401],
  },
  {
    id: 'K6',
    why: 'A deadline in the words of a provider is its own, so trying again can help.',
    tables: ['deadline'],
    statuses: ['none', 408, 425, 500, 502, 503, 504],
  },
  {
    id: 'K9',
    why: 'Payment required, a body that is too large and too early have meanings of their own.',
    tables: ['no literal', 'canceled'],
    statuses: [402, 413, 425],
  },
  {
    id: 'K9',
    why: 'Too early passes, which is more than an internal error says.',
    tables: ['serverError'],
    statuses: [425],
  },
  {
    id: 'K9',
    why: 'What a server does not implement, it does not implement the next time.',
    tables: [...passes, 'streamCut', 'chainBroken', 'overloaded'],
    statuses: [501],
  },
  {
    id: 'K9',
    why: 'What can never succeed beats an overloaded server, or the loop never ends.',
    tables: [...neverPasses, 'spentQuota'],
    statuses: [529],
  },
  {
    id: 'K9',
    why: 'An overloaded server stays overloaded, whatever its overload broke.',
    tables: ['streamCut', 'chainBroken'],
    statuses: [529],
  },
  {
    id: 'K9',
    why: 'A provider that is switched off is no matter of permissions.',
    tables: ['providerDisabled'],
    statuses: [403],
  },
];

/** One text that is in no table and means something else to us. */
export interface TextDifference {
  readonly id: string;
  readonly why: string;
  readonly texts: readonly string[];
}

export const textDifferences: readonly TextDifference[] = [
  {
    id: 'K3',
    why: 'A part of a word is not the word.',
    texts: ['geofence lookup failed', 'set_timeout is not a tool', 'the unauthorizedUser table'],
  },
  {
    id: 'K4',
    why: 'A number is a status only after the words that say so.',
    texts: [
      'max_tokens: 500 is the limit',
      '429 tokens over',
      'got 504 from there',
      'http 502',
      'retrying 503 after 429',
    ],
  },
  {
    id: 'K4',
    why: 'A status of success is not the status of a failure.',
    texts: ['status 200 OK but the stream returned status 503'],
  },
  {
    id: 'K10',
    why: 'The network failures of JavaScript are known here.',
    texts: ['socket hang up', 'stream has been aborted'],
  },
  {
    id: 'K11',
    why: 'A spent balance, a full context and a rejected key are told apart in every wording of the providers.',
    texts: ['your credit balance is too low', 'prompt is too long', 'incorrect api key provided', 'api key not valid'],
  },
  {
    id: 'K2',
    why: 'Gemini and Azure speak of quotas for plain rate limits, so the rate limit is what counts.',
    texts: ['rate limit: quota exceeded'],
  },
];
