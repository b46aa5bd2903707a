/*
 * Every handler and every finding needs one of these words: the keywords and methods (`catch`, `finally`, `throw`, `.then`, `.subscribe`, `reject`,
 * `allSettled`, `abort`, `destroy`), the events and classes (`error`, `uncaughtException`, `unhandledRejection`), and the names by which a
 * callback takes its error. The short names count only as a parameter can show them. An escape could spell any of them.
 */
const words =
  /catch|finally|throw|reject|allSettled|subscribe|abort|destroy|\.\s*then|\bthen\b|rror|exception|unhandled|Err\b|\berr|\b_*(?:er|e|ex|cause)\s*[,?:/]|\\[ux]/i;

/** A callback that is called: `next(…)`, `done?.(…)`, `(onReadyCb as Done)(…)`, but not `iterator.next(…)`. */
const calledBack = /(?:callback|cb|(?<![.\w])_?(?:done|next|fn))\s*(?:[!?<(/)]|as\b|satisfies\b)/i;

/** `new Promise(…)`, with a comment or brackets behind `new` or without: any name can reject it. */
const madePromise = /\bnew(?:\s+Promise\b|\s*[(/])/;

/** Modules whose functions call back with an error, or make what tells of errors by events. */
const toldByModule =
  /['"`](?:node:)?(?:fs|graceful-fs|fs-extra|child_process|cross-spawn|crypto|dns|stream|zlib|net|tls|https?|worker_threads|ws|pg|redis|ioredis|chokidar)['"`]/;

/** Who may be given an async function and drops its promise. */
const dropsPromises =
  /set(?:Timeout|Interval|Immediate)|nextTick|queueMicrotask|request(?:AnimationFrame|IdleCallback)|\bon(?:ce)?\b|\.\s*on[a-z]+\s*=|Listener|forEach|\b(?:app|\w*[rR]outer|server)\s*\.|\.\s*map\s*\(\s*async/;

/** Comments that give a reason for dropping an error, which may be there no longer. */
const directive = /(?:expected|best-effort|intentional|ignore-error|no-cause)\s*:/;

/**
 * Whether a file can hold a handler or a finding at all; most files of types, constants and data cannot. Where only the comments speak
 * of errors, nothing in the code does.
 */
export function mayConcernErrors(text: string, comments: readonly TextRange[]): boolean {
  if (directive.test(text)) return true;
  return speaksOfErrors(text) && speaksOfErrors(withoutComments(text, comments));
}

/** Where something stands in a text, by offsets. */
interface TextRange {
  readonly start: number;
  readonly end: number;
}

function withoutComments(text: string, comments: readonly TextRange[]): string {
  let code = '';
  let from = 0;
  for (const { start, end } of comments) {
    code += `${text.slice(from, start)} `;
    from = end;
  }
  return code + text.slice(from);
}

function speaksOfErrors(text: string): boolean {
  return (
    words.test(text) ||
    calledBack.test(text) ||
    madePromise.test(text) ||
    toldByModule.test(text) ||
    mayDropPromises(text)
  );
}

function mayDropPromises(text: string): boolean {
  return text.includes('async') && dropsPromises.test(text);
}
