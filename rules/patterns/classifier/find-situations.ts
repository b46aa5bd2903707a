import type { Situation } from '@octollm/errors/catalog';
import { onceAName } from '../once-a-name.ts';
import { parserName } from './parser-name.ts';
import { readGuard } from './read-guard.ts';
import { getMessageText } from './site-words.ts';
import { guardRules } from './situations-of-guard.ts';
import type { Guard, ThrowSite } from './throw-site.ts';

/** A situation that the structure around a throw shows, with how much it says about the error. */
export interface SituationFinding {
  readonly situation: Situation;
  readonly weight: number;
  readonly reason: string;
}

/** How much of its weight the nearest guard keeps, and the one around it. */
const nearness = [1, 0.35];

/** Reads off the description of a throw which typical situations it is in. */
export function findSituations(site: ThrowSite): SituationFinding[] {
  const findings = [
    ...nearness.flatMap((share, index) => findInGuard(site.guards[index], share, site)),
    ...site.callbackOf.flatMap(findInCallback),
    ...findInNames(site),
    ...findInCatch(site),
    ...findInMessage(site),
  ];
  if (site.isWholeBody && site.guards.length === 0 && !site.caught) {
    findings.push({ situation: 'operation_unsupported', weight: 3, reason: 'the function does nothing else' });
  }
  if (findings.length > 0) return findings;
  return [{ situation: 'state_refused', weight: 0.1, reason: 'nothing else is known' }];
}

function findInGuard(guard: Guard | undefined, share: number, site: ThrowSite): SituationFinding[] {
  if (!guard) return [];
  const reading = readGuard(guard, site);
  const reason = `behind \`${shorten(guard.text)}\``;
  return guardRules
    .filter((rule) => rule.when(reading))
    .map(({ situation, weight }) => ({ situation, weight: weight * share, reason }));
}

/** Callbacks of the same few calls come back all through a code base. */
const findInCallback: (call: string) => readonly SituationFinding[] = onceAName((call) => {
  const reason = `runs on \`${call}\``;
  if (/^(?:\w+\.)*setTimeout$/.test(call)) return [{ situation: 'timer_fired', weight: 6, reason }];
  if (/ (?:abort|cancel)\w*$|\.onabort$/i.test(call)) return [{ situation: 'aborted', weight: 7, reason }];
  if (/ (?:close|disconnect\w*|end|error)$|\.on(?:close|error)$/i.test(call))
    return [{ situation: 'connection_ended', weight: 4, reason }];
  return [];
});

function findInNames({ functionName, guards }: ThrowSite): SituationFinding[] {
  if (/^on_?(?:abort|cancel)/i.test(functionName))
    return [{ situation: 'aborted', weight: 6, reason: `\`${functionName}\` runs on abort` }];
  if (/^on_?time(?:d_?)?out/i.test(functionName))
    return [{ situation: 'timer_fired', weight: 6, reason: `\`${functionName}\` runs on time-out` }];
  const readsFormat = /^(?:parse|decode|deserialize|unpack|decompress)/i.test(functionName);
  return readsFormat && guards.some(({ asks }) => !asks.includes('absence'))
    ? [{ situation: 'parse_failed', weight: 3, reason: `\`${functionName}\` reads a format` }]
    : [];
}

function findInCatch({ caught, callees }: ThrowSite): SituationFinding[] {
  if (!caught) return [];
  const failed = callees.find((callee) => parserName.test(callee));
  return [
    { situation: 'call_failed', weight: 2, reason: 'thrown where another error is caught' },
    ...(failed === undefined
      ? []
      : [{ situation: 'parse_failed', weight: 5, reason: `\`${failed}\` failed` } as const]),
  ];
}

/** `API_TOKEN is not set`: a name in capitals that is asked for is one of the environment. */
function findInMessage(site: ThrowSite): SituationFinding[] {
  const text = getMessageText(site);
  const isVariable = text.includes('_') && /\b[A-Z][A-Z\d]*_[A-Z\d_]+\b/.test(text);
  return isVariable && /\b(?:set|missing|required|defined|provide\w*|environment|not found)\b/i.test(text)
    ? [{ situation: 'environment_missing', weight: 8, reason: 'asks for an environment variable' }]
    : [];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
