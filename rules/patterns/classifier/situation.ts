import type { ErrorKind, Situation } from '@octollm/errors/catalog';
import { isErrorName } from './describe-guard.ts';
import { getMessageText } from './site-words.ts';
import type { Guard, ThrowSite } from './throw-site.ts';

/** A situation that the structure around a throw shows, with how much it says about the error. */
export interface SituationFinding {
  readonly situation: Situation;
  readonly weight: number;
  readonly reason: string;
}

/** What a situation means for a catalogue whose entries do not name situations. */
export const kindsOfSituation: Readonly<Record<Situation, readonly ErrorKind[]>> = {
  argument_refused: ['invalid_argument'],
  value_missed: ['not_found'],
  environment_missing: ['config'],
  state_refused: ['failed_precondition', 'internal'],
  response_refused: ['unavailable', 'transport'],
  response_empty: ['invalid_response', 'unavailable'],
  call_failed: ['internal'],
  parse_failed: ['invalid_response'],
  aborted: ['canceled'],
  timer_fired: ['timeout'],
  connection_ended: ['transport'],
  limit_passed: ['overloaded', 'usage_limit'],
  platform_lacks: ['config', 'unimplemented'],
  operation_unsupported: ['unimplemented', 'internal'],
  process_failed: ['internal'],
};

const lookup = /(?:^|\.)(?:get|find|load|fetch|lookup|resolve|query|select|search)\w*$|\[\]$/i;
const parser = /(?:^|\.)(?:JSON\.parse|parse\w*|decode\w*|deserialize\w*|atob)$/;
const response =
  /(?:^|\.)(?:\w*res(?:p|ponse)?|result|reply|data|json|body|message|payload)\.(?:ok|status|statusCode|status_code|error|errors|success)$/i;
const body = /(?:^|\.)\w*res(?:p|ponse)?\.(?:body|data|content|text)\b/i;
const aborted = /\b(?:aborted|isAborted|isCancell?ed|cancell?ed|isCancellationRequested|interrupted|throwIfAborted)$/i;

/** Reads off the description of a throw which typical situations it is in. */
export function findSituations(site: ThrowSite): SituationFinding[] {
  const text = getMessageText(site);
  const findings: SituationFinding[] = [];
  const add = (situation: Situation, weight: number, reason: string): void => {
    findings.push({ situation, weight, reason });
  };
  site.guards.slice(0, 2).forEach((guard, index) => {
    const strength = index === 0 ? 1 : 0.35;
    for (const { situation, weight, reason } of findInGuard(guard, site)) add(situation, weight * strength, reason);
  });
  for (const call of site.callbackOf) {
    if (/^(?:\w+\.)*setTimeout$/.test(call)) add('timer_fired', 6, 'runs when a timer fires');
    if (/ (?:abort|cancel)\w*$/i.test(call) || /\.onabort$/.test(call)) add('aborted', 7, 'runs on abort');
    if (/ (?:close|disconnect\w*|end|error)$/i.test(call) || /\.on(?:close|error)$/.test(call))
      add('connection_ended', 4, `runs on \`${call}\``);
  }
  if (/^on(?:_?abort|Cancel\w*)/i.test(site.functionName)) add('aborted', 6, `\`${site.functionName}\` runs on abort`);
  if (/^on_?time(?:d_?)?out/i.test(site.functionName))
    add('timer_fired', 6, `\`${site.functionName}\` runs on time-out`);
  if (site.caught) {
    add('call_failed', 2, 'thrown where another error is caught');
    const failed = site.callees.find((callee) => parser.test(callee));
    if (failed) add('parse_failed', 5, `\`${failed}\` failed`);
  }
  if (
    /\b[A-Z][A-Z\d]*_[A-Z\d_]+\b/.test(text) &&
    /\b(?:set|missing|required|defined|provide\w*|environment|not found)\b/i.test(text)
  )
    add('environment_missing', 8, 'asks for an environment variable');
  if (
    /^(?:parse|decode|deserialize|unpack|decompress)/i.test(site.functionName) &&
    site.guards.some((guard) => !guard.asks.includes('absence'))
  )
    add('parse_failed', 3, `\`${site.functionName}\` reads a format`);
  if (findings.length === 0) add('state_refused', 0.5, 'nothing else is known');
  if (site.isWholeBody && site.guards.length === 0 && !site.caught)
    add('operation_unsupported', 3, 'the function does nothing else');
  return findings;
}

function findInGuard(guard: Guard, site: ThrowSite): SituationFinding[] {
  const findings: SituationFinding[] = [];
  const add = (situation: Situation, weight: number): void => {
    findings.push({ situation, weight, reason: `behind \`${shorten(guard.text)}\`` });
  };
  const asksFor = (...questions: Guard['asks'][number][]): boolean => questions.some((it) => guard.asks.includes(it));
  const isParameter = guard.origins.includes('parameter') || guard.names.some((name) => isParameterOf(name, site));
  const isResponse =
    guard.names.some((name) => response.test(name)) || /\bstatus(?:Code)?\s*[!=<>]=*\s*[2-5]\d\d\b/.test(guard.text);
  const isParsed = guard.origins.some((origin) => /\.safeParse(?:Async)?$/.test(origin));
  const lookedUp = [...guard.origins, ...guard.calls].find((origin) => lookup.test(origin));
  const isError = /instanceof Error\b/.test(guard.text) || guard.names.every(isErrorName);
  const isMissed = asksFor('absence') && !isResponse && !isParsed;
  if (guard.origins.includes('process.env')) add('environment_missing', 6);
  if ([...guard.names, ...guard.calls].some((name) => aborted.test(name))) add('aborted', 6);
  if (isParsed) add('argument_refused', 6);
  else if (isResponse) add('response_refused', 5);
  else if (asksFor('absence') && guard.names.some((name) => body.test(name))) add('response_empty', 5);
  if (
    guard.names.some((name) => /(?:^|\.)(?:exit_?code|code|signal|status)$/i.test(name)) &&
    /[!=]==? 0\b/.test(guard.text)
  )
    add('process_failed', 4);
  if ((asksFor('failure') && !isResponse) || /instanceof Error\b/.test(guard.text)) add('call_failed', 3);
  if (guard.names.some((name) => /^(?:process|os)\.(?:platform|arch)$/.test(name))) add('process_failed', 3);
  if (/typeof (?:window|document|globalThis|navigator|process|self|crypto|[A-Z]\w+)\b/.test(guard.text))
    add('platform_lacks', 5);
  if (asksFor('size') && />=? *(?:\d{2,}|[A-Za-z_])/.test(guard.text)) add('limit_passed', 2);
  if (isMissed && lookedUp) add('value_missed', isParameter ? 3 : 4.5);
  else if (isMissed && guard.origins.some(isCall)) add('value_missed', 3);
  if (guard.calls.some((call) => call.endsWith('.has')) && guard.text.startsWith('!')) add('value_missed', 4);
  if (isParameter && !isResponse && !(isMissed && lookedUp)) add('argument_refused', asksFor('failure') ? 1 : 5);
  else if (asksFor('type', 'pattern', 'choice', 'predicate', 'size') && !isResponse && !isError)
    add('argument_refused', 3);
  if (guard.names.some((name) => name.startsWith('this.')) && !isParameter && !isResponse)
    add('state_refused', asksFor('flag', 'absence') && !lookedUp ? 5 : 2);
  return findings;
}

function isCall(origin: string): boolean {
  return origin !== 'parameter' && origin !== 'this' && origin !== 'process.env' && !parser.test(origin);
}

function isParameterOf(name: string, site: ThrowSite): boolean {
  const root = name.split('.')[0] ?? name;
  return site.parameters.includes(root) && !isErrorName(name);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
