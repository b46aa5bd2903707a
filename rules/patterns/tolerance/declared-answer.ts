import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, getText, type Source } from '../source.ts';
import { isConversion } from './conversion.ts';
import { isNothing } from './nothing.ts';

/**
 * Whether a function that only converts answers an unusable input as its type declares: `(text: string): URL | undefined`. Who calls it has
 * to look, and the log line tells why there is nothing.
 */
export function isDeclaredAnswer(source: Source, handler: ErrorHandler, outcome: Outcome): boolean {
  const type = getEnclosingFunction(handler.host)?.returnType;
  if (!type || (outcome.value && !isNothing(outcome.value))) return false;
  const declared = getText(source, type);
  return /\|\s*(?:undefined|null)\b|\b(?:undefined|null)\s*\|/.test(declared) && isConversion(source, handler, outcome);
}
