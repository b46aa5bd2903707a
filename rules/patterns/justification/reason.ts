/** How the comments of a handler are read. */
export interface ReasonPolicy {
  /** `comment`: any comment that states a reason; `directive`: only `// expected: …`; `none`: nothing justifies. */
  readonly accept: 'comment' | 'directive' | 'none';
  /** Characters that a directive's reason must have. */
  readonly minReasonLength: number;
}

export type Directive = 'expected' | 'no-cause';

const directives: Readonly<Record<Directive, RegExp>> = {
  expected: /^\s*(?:expected|best-effort|intentional|ignore-error)\s*:\s*(.*)$/s,
  'no-cause': /^\s*no-cause\s*:\s*(.*)$/s,
};

const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/;
const toolComment =
  /^\s*(?:eslint|@ts-|ts-ignore|prettier-|biome-|oxlint|istanbul|c8|v8|tslint|noinspection|#region|#endregion|webpack|@vite|jshint|@type\b|deno-lint)/i;

/** Words that name the act of ignoring, but no reason for it. */
const emptyWords = new Set(
  (
    "a all always an and any anything are be by caught catch catching cause continue do does doing don't drop dropped e empty err error errors " +
    'exception exceptions failure failures for go handle handled handler here i ignore ignored ignores ignoring ' +
    'intentional intentionally is it just keep know let block left leave log move moving nada no nop no-op noop noops not nothing oh well whatever now of ok okay on ' +
    'pass purpose purposely deliberately quiet quietly silence silenced silent silently simply skip skipped skipping so ' +
    'stay stays staying succeed succeeds suppress suppressed swallow swallowed swallowing that the them then there they this to us we what will with work works working proceed proceeding execution remain going carry this these at point safely'
  ).split(' '),
);

/** `return null on error`: what the code says already. */
const saysWhat =
  /^(?:just |simply )?return(?:s|ing)? \S+(?: \S+){0,2} (?:if|when|on|in case of)\b[^,.;:(–—-]*\b(?:errors?|fails?|failures?|exceptions?)\b[^,.;:(–—-]*\.?$/i;

/** Whether the text of a comment is the directive with a reason that is long enough. */
export function isDirective(text: string, directive: Directive, minReasonLength: number): boolean {
  const match = directives[directive].exec(clean(text));
  return match !== null && isReason(match[1] ?? '') && (match[1] ?? '').trim().length >= minReasonLength;
}

/** The word by which a comment is a directive, when it is one with a reason: `expected`, `best-effort`, `no-cause`. */
export function getDirectiveWord(text: string): string | undefined {
  const isOne = isDirective(text, 'expected', 1) || isDirective(text, 'no-cause', 1);
  return isOne ? /^[\w-]+/.exec(clean(text))?.[0] : undefined;
}

/** Whether a plain comment says why, and not only that, the error is dropped. */
export function isReason(text: string): boolean {
  // What stands before a TODO may be a reason; the TODO and what follows is not.
  const content = dropQuestion(dropCode(clean(text).split(unfinished)[0] ?? ''));
  if (toolComment.test(content) || isCode(content)) return false;
  if (saysWhat.test(content)) return false;
  // ESLint's own quick fix for an empty block writes `empty`, and means it as the statement that it is on purpose.
  if (/^empty$/i.test(content)) return true;
  const directed = directives.expected.exec(content);
  if (directed) return isReason(directed[1] ?? '');
  const words = content.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
  return words.some((word) => word.length > 1 && !emptyWords.has(word));
}

function clean(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*\*+\s?/, ''))
    .join('\n')
    .trim();
}

/** A reason may stand above code that was taken out. */
function dropCode(text: string): string {
  const lines = text.split('\n');
  const code = lines.findIndex((line) => isCode(line.trim()) || /^\s*(?:await )?[\w$]+(?:\.[\w$]+)*\(/.test(line));
  return (lines.length > 1 && code >= 0 ? lines.slice(0, code) : lines).join('\n').trim();
}

/** `best effort - gone already?` states a reason and wonders about the cause; a question alone states nothing. */
function dropQuestion(text: string): string {
  if (!text.endsWith('?')) return text;
  return /^(.*)(?:[.;:!]\s|\s[-–—]+\s)/s.exec(text)?.[1] ?? '';
}

/** Commented-out code is no reason: `// console.log(e);` */
function isCode(text: string): boolean {
  return (
    /^[\w$.]+\(.*\)\s*;?$/s.test(text) ||
    (/[;{}]\s*$/.test(text) && !isProse(text)) ||
    /^(?:return|throw|if|const|let)\b.*[;({]/.test(text)
  );
}

/** `The runtime tells of it before rejecting;`: words and nothing else, though a line may end in a semicolon. */
function isProse(text: string): boolean {
  return /^(?!return |throw |await |const |let )(?:[\w'’.,-]+ ){4,}[\w'’.-]+;$/.test(text);
}
