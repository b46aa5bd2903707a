import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { Source } from '../source.ts';
import { collectOwn, some } from '../walk.ts';

/** Copies that only save work, and notes about the work. */
const subject =
  /\bcach(?:e|es|ed|ing)\b|\b(?:telemetry|analytics|breadcrumbs?|metrics?|trac(?:es|ing)|spans?|usage (?:data|statistics|stats))\b/i;

const puts =
  /\b(?:caching|sav(?:e|ing)|stor(?:e|ing)|writ(?:e|ing|ten)|cop(?:y|ying)|persist|put(?:ting)?|record|send|sent|report|emit|export|track|attach|add|submit|publish)/i;

/** What takes an entry away or brings up to date: a stale copy is worse than none. */
const takesAway = /\b(?:clear|invalidat|evict|delet|remov|reset|purg|expir|flush|load|refresh|updat|sync|migrat)/i;

/**
 * Whether all that is guarded keeps a copy for later or takes a note of the work, by what the handler says, and hands nothing on to the
 * code behind: `try { await copy(file, cached); } catch (e) { log.warn('cannot save the build cache', e); }`
 */
export function isKeptForLater(source: Source, { guarded, body }: ErrorHandler, { exit }: Outcome): boolean {
  if (exit !== 'end' || guarded?.type !== 'BlockStatement' || !body || handsOn(source, guarded)) return false;
  const words = getWords(source, body);
  return subject.test(words) && puts.test(words) && !takesAway.test(words);
}

/** What is said in a piece of code. */
function getWords(source: Source, code: ErrorHandler['body'] & object): string {
  const said: string[] = [];
  some(source, code, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') said.push(node.value);
    if (node.type === 'TemplateElement') said.push(node.value.raw);
    return false;
  });
  return said.join(' ');
}

/** Whether the code behind gets anything from the guarded code: a variable, an item of a list, an answer. */
function handsOn(source: Source, guarded: ErrorHandler['guarded'] & object): boolean {
  const returned = collectOwn(source, guarded, 'ReturnStatement').some(({ argument }) => argument !== null);
  const assigned = collectOwn(source, guarded, 'AssignmentExpression').length > 0;
  const gathered = collectOwn(source, guarded, 'CallExpression').some((call) =>
    /\.(?:push|unshift)$/.test(getDottedName(call.callee)),
  );
  return returned || assigned || gathered;
}
