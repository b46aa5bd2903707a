import type { SyntaxFile } from '../engine/transform/codemod.ts';
import type { Backoff } from './plan-backoff.ts';
import type { DecisionText } from './plan-decision.ts';

/** The options of `retry`, planned but for the names that the file has for what it imports. */
export interface RetryOptionsText {
  readonly maxAttempts: string;
  readonly backoff: Backoff;
  /** The names of `exponential` or `constant` and of `classify` in the file. */
  readonly locals: { readonly maker: string; readonly classify: string };
  readonly signal: string | undefined;
  readonly decision: DecisionText;
}

/** As most formatters have it. */
const longestLine = 80;

/** Writes the options of `retry` as a literal, a line each. */
export function writeOptions(file: SyntaxFile, text: RetryOptionsText, indent: string): string {
  const { style } = file;
  const { classify } = text.locals;
  const inner = `${indent}${style.indent}`;
  const members = [
    `maxAttempts: ${text.maxAttempts}`,
    `backoff: ${writeBackoff(file, text)}`,
    'idempotent: true',
    ...(text.signal === undefined ? [] : [text.signal === 'signal' ? 'signal' : `signal: ${text.signal}`]),
    classify === 'classify' ? 'classify' : `classify: ${classify}`,
    `shouldRetry: ${writeDecision(file, text.decision, inner)}`,
  ];
  const lines = members.map((member) => `${inner}${member}`).join(`,${style.lineEnd}`);
  return `{${style.lineEnd}${lines}${style.hasTrailingCommas ? ',' : ''}${style.lineEnd}${indent}}`;
}

function writeBackoff({ style }: SyntaxFile, { backoff, locals }: RetryOptionsText): string {
  const { quote, bracketSpace } = style;
  const { values, jitter } = backoff;
  if (jitter === undefined) return `${locals.maker}(${values.join(', ')})`;
  const members = [...values, `jitter: ${quote}${jitter}${quote}`].join(', ');
  return `${locals.maker}({${bracketSpace}${members}${bracketSpace}})`;
}

function writeDecision({ style }: SyntaxFile, decision: DecisionText, indent: string): string {
  const { parameters, expression, statements = [] } = decision;
  const { lineEnd } = style;
  if (expression !== undefined) {
    const line = `${parameters} => ${expression}`;
    const isLong = `${indent}shouldRetry: ${line},`.length > longestLine;
    return isLong ? `${parameters} =>${lineEnd}${indent}${style.indent}${expression}` : line;
  }
  const lines = statements.map((statement) => `${indent}${style.indent}${statement}`);
  return `${parameters} => {${lineEnd}${lines.join(lineEnd)}${lineEnd}${indent}}`;
}
