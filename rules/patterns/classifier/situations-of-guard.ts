import type { Situation } from '@octollm/errors/catalog';
import { onceAName } from '../once-a-name.ts';
import { parserName } from './parser-name.ts';
import type { GuardReading } from './read-guard.ts';

/** When a guard puts a throw into a situation, and how much that says: 15 decides against most words, 5 decides alone. */
interface GuardRule {
  readonly situation: Situation;
  readonly weight: number;
  readonly when: (reading: GuardReading) => boolean;
}

const aborted = /\b(?:is)?(?:aborted|cancell?ed|interrupted|CancellationRequested|throwIfAborted)$/i;
const isAborted = onceAName((name) => aborted.test(name));
/** Sets that list what a value may be. */
const choices = /^[A-Z_\d]+\.has$|[aA]llowed|[vV]alid|[sS]upported|[aA]ccepted/;
const existence = /(?:^|\.)(?:path)?exists(?:Sync)?$/i;
const platform =
  /typeof (?:window|document|globalThis|navigator|process|self|crypto|[A-Z]\w+)\b|\b(?:process|os)\.(?:platform|arch)\b/;

export const guardRules: readonly GuardRule[] = [
  { situation: 'environment_missing', weight: 15, when: ({ isEnvironment }) => isEnvironment },
  {
    situation: 'aborted',
    weight: 6,
    when: ({ guard }) => guard.names.some(isAborted) || guard.calls.some(isAborted),
  },
  { situation: 'response_refused', weight: 5, when: ({ isResponse }) => isResponse },
  { situation: 'response_malformed', weight: 11, when: (it) => it.isReceived && !it.isResponse && !it.isParameter },
  {
    situation: 'response_empty',
    weight: 5,
    when: (it) => it.asksFor('absence') && it.names(/(?:^|\.)\w*res(?:p|ponse)?\.(?:body|data|content|text)\b/i),
  },
  {
    situation: 'process_failed',
    weight: 4,
    when: (it) => /[!=]==? 0\b/.test(it.guard.text) && it.names(/(?:^|\.)(?:exit_?code|code|signal|status)$/i),
  },
  { situation: 'call_failed', weight: 3, when: (it) => it.isError || (it.asksFor('failure') && !it.isResponse) },
  { situation: 'platform_lacks', weight: 5, when: ({ guard }) => platform.test(guard.text) },
  {
    situation: 'limit_passed',
    weight: 2,
    when: (it) => it.asksFor('size') && />=? *(?:\d{2,}|[A-Za-z_])/.test(it.guard.text),
  },
  { situation: 'value_missed', weight: 4.5, when: (it) => isMissed(it) && it.isLookup && !it.isParameter },
  { situation: 'value_missed', weight: 3, when: (it) => isMissed(it) && it.isLookup && it.isParameter },
  { situation: 'value_missed', weight: 3, when: (it) => isMissed(it) && !it.isLookup && it.guard.origins.some(isCall) },
  { situation: 'value_missed', weight: 6, when: (it) => lacksEntry(it) },
  { situation: 'value_missed', weight: 6, when: (it) => it.guard.calls.some((call) => existence.test(call)) },
  { situation: 'argument_refused', weight: 6, when: ({ isSchema }) => isSchema },
  {
    situation: 'argument_refused',
    weight: 5,
    when: (it) => isArgument(it) && it.isParameter && !(isMissed(it) && it.isLookup),
  },
  {
    situation: 'argument_refused',
    weight: 3,
    when: (it) =>
      isArgument(it) &&
      !it.isParameter &&
      !it.isOwnState &&
      it.asksFor('type', 'pattern', 'choice', 'predicate', 'size'),
  },
  { situation: 'state_refused', weight: 5, when: (it) => isState(it) && !it.isLookup },
  { situation: 'state_refused', weight: 2, when: (it) => isState(it) && it.isLookup },
];

function isMissed(reading: GuardReading): boolean {
  return reading.asksFor('absence') && !reading.isResponse && !reading.isSchema && !reading.isEnvironment;
}

/** `!this.rooms.has(id)` misses an entry; `!ALLOWED.has(kind)` refuses a value. */
function lacksEntry({ guard }: GuardReading): boolean {
  return guard.text.startsWith('!') && guard.calls.some((call) => call.endsWith('.has') && !choices.test(call));
}

function isArgument(reading: GuardReading): boolean {
  return !reading.isResponse && !reading.isSchema && !reading.isEnvironment && !reading.isReceived && !reading.isError;
}

function isState(reading: GuardReading): boolean {
  return !reading.isParameter && !reading.isResponse && reading.names(/^this\./);
}

function isCall(origin: string): boolean {
  return origin !== 'parameter' && origin !== 'this' && origin !== 'process.env' && !parserName.test(origin);
}
