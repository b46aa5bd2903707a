import type { ErrorHandler } from '../handlers/error-handler.ts';
import { findHandlerComment } from '../justification/find-justification.ts';
import { getEnclosingFunction, getText, type Source } from '../source.ts';
import { getDocumentation } from './documented-answer.ts';

const consequence =
  /fall(?:ing|s)? ?back|\banyway\b|(?:will|would) not be|won't be|\busing (?:the |a )?(?:default|cached|fallback|previous)|disabled?\b|\binstead\b|default(?:ing|s)? to|best.effort|non-?fatal|not fatal|(?:non-?|not )critical|\b(?:do|does|should|must|will|would)(?:n't| not| never) (?:crash|fail|break|block|abort|stop|affect|interrupt|prevent)\b|expected (?:if|when|in)|continu(?:e|ing) without|\bcontinue still\b|(?:\bbut|\band|,) continu(?:e|es|ing)\b|\bcan (?:still )?continue\b|\bwe (?:can )?still (?:keep|work|run|go on|proceed)|\bso we(?:'ll| will)? (?:just|simply)\b|proceed(?:ing)? without|will (?:retry|try again)|\bskip\b|\b(?:creat|generat|start|try|us)ing (?:an? |the )?(?:new|blank|fresh|empty|another|next|original) |\bnot an? (?:\w+ )?(?:issue|problem|deal)\b|\bno (?:big )?(?:deal|harm)\b|\bharmless\b/i;

/** What the description of a function, or a comment above the guarded code, says of a failure as such. */
const bestEffort =
  /best.effort|\bnon-?(?:fatal|critical|blocking)\b|\bnot (?:fatal|critical)\b|\bnever (?:throws?|rejects?|fails?|crash(?:es)?|blocks?)\b|\b(?:do|does|should|must|will|would|can)(?:n't|not| not| never) (?:crash|fail|break|block|abort|throw|reject|interrupt)\b|\bno (?:big )?(?:deal|harm)\b|\bharmless\b|\b(?:is|are) optional\b|\bwithout (?:throwing|failing)\b/i;

/**
 * Whether the words of a handler tell how the program goes on without the result, or the comments above it and above its function say that
 * the work may fail.
 */
export function announcesConsequence(source: Source, handler: ErrorHandler): boolean {
  const { body, host } = handler;
  if (!body) return false;
  if (consequence.test(getText(source, body))) return true;
  if (findHandlerComment(source, handler, bestEffort)) return true;
  const owner = getEnclosingFunction(host);
  return owner !== undefined && bestEffort.test(getDocumentation(source, owner));
}
