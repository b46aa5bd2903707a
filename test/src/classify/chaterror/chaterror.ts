import { literals, type Table } from './literals.ts';

/** The kinds of the other classifier that these inputs reach. */
export type ChatKind =
  'overloaded' | 'usage_limit' | 'auth' | 'rate_limit' | 'provider_disabled' | 'timeout' | 'config' | 'generic';

/** What it gets of an error: its text, and the status that the provider's error object carries. */
export interface ChatInput {
  readonly message: string;
  readonly status?: number;
}

/** What it concludes. */
export interface ChatOutput {
  readonly kind: ChatKind;
  readonly retryable: boolean;
  readonly status: number;
}

/** The revision that the seed shows, and the newest one that was read. */
export type Revision = 'seed' | 'newest';

type Rule = readonly [matches: boolean, kind: ChatKind, retryable: boolean];

/** Classifies as the rule table of coder's chat daemon does: substrings and statuses, the first rule that fits. */
export function classifyChat({ message, status: given = 0 }: ChatInput, revision: Revision): ChatOutput {
  const text = message.toLowerCase();
  const status = given || findStatus(text, revision);
  const has = (...tables: Table[]): boolean =>
    tables.some((table) => literals[table].some((literal) => text.includes(literal)));
  const table = revision === 'seed' ? seedTable(status, has) : newestTable(status, has);
  const [, kind, retryable] = table.find(([matches]) => matches) ?? [true, 'generic', false];
  return { kind, retryable, status };
}

function seedTable(status: number, has: (...tables: Table[]) => boolean): readonly Rule[] {
  const isConfig = has('config');
  const isTimeout = [408, 502, 503, 504].includes(status) || has('timeout', 'deadline');
  return [
    [has('interrupted', 'canceled'), 'generic', false],
    [status === 529 || has('overloaded'), 'overloaded', true],
    [status === 401 || has('authentication', 'spentQuota', 'quota'), 'auth', false],
    [(status === 403 || has('forbidden')) && !isConfig, 'auth', false],
    [(status === 429 || has('rateLimit')) && !isConfig, 'rate_limit', true],
    [isTimeout && !isConfig, 'timeout', !has('deadline')],
    [isConfig, 'config', false],
    [status === 500 || has('serverError'), 'generic', true],
  ];
}

function newestTable(status: number, has: (...tables: Table[]) => boolean): readonly Rule[] {
  const isConfig = has('config');
  const isTimeout = [408, 502, 503, 504].includes(status) || has('timeout', 'deadline');
  return [
    [has('interrupted', 'continuity'), 'generic', false],
    [has('streamCut'), 'timeout', true],
    [has('chainBroken'), 'generic', true],
    [status === 529 || has('overloaded'), 'overloaded', true],
    [has('spentQuota') || (status !== 429 && has('quota')), 'usage_limit', false],
    [status === 401 || has('authentication'), 'auth', false],
    [(status === 403 || has('forbidden')) && !isConfig, 'auth', false],
    [(status === 429 || has('rateLimit')) && !isConfig, 'rate_limit', true],
    [has('providerDisabled'), 'provider_disabled', false],
    [isTimeout && !isConfig, 'timeout', !has('deadline')],
    [isConfig, 'config', false],
    [status === 500 || has('serverError'), 'generic', true],
  ];
}

/** The seed takes any of the statuses; the newest revision skips ports and the ids of streams. */
function findStatus(text: string, revision: Revision): number {
  const spelled = /(?:status(?:\s+code)?|http)\s*[:=]?\s*(\d{3})/.exec(text)?.[1];
  if (spelled !== undefined) return Number(spelled);
  const alone = [...text.matchAll(/\b(?:401|403|408|429|500|502|503|504|529)\b/g)];
  const isNumberOfSomethingElse = (index: number): boolean =>
    revision === 'newest' && (text[index - 1] === ':' || /stream id[\s:=]*$/.test(text.slice(0, index)));
  return Number(alone.find(({ index }) => !isNumberOfSomethingElse(index))?.[0] ?? 0);
}
