/** A plain error that is made: `new Error(…)`, `Error(…)`, `new globalThis.Error(…)`. */
const plainError = /\bError\b[\s)]*\(|\bnew\b[\s(]+Error\b/;

/** What is no error by the way it is written, or a name that an error seldom has: most throws send on what was caught. */
const value = /(?:['"`{[\d)]|(?!new\b|await\b|e\b|ex\b|err\b|error\b|\w*Err(?:or)?\b)[a-zA-Z_$])/;
/** A text, as it stands or put together. */
const text = /(?:['"`]|[\w.$]+\s*\+)/;
/** What has the name of an error and is none: `const structuredError = { id }`. */
const misnamed = /\b(?:const|let|var)\s+\w*[eE]rr(?:or)?\s*(?::[^=;]{0,80})?=\s*['"`{[]/;
const call = /\s*(?:\?\.|!)?\s*\(\s*/;

/** What a file has in it that throws a plain error, or something that is none. */
export const mayThrowPlain: RegExp = new RegExp(
  [
    plainError.source,
    misnamed.source,
    `\\bthrow\\b[\\s(]*${value.source}`,
    `\\breject\\w*${call.source}${value.source}`,
    `\\b(?:cb|callback|done|next|fn|\\w+(?:Callback|Cb)|abort|destroy)${call.source}${text.source}`,
    `[cC]ontroller\\s*\\??\\.\\s*error${call.source}${text.source}`,
    `\\bemit${call.source}['"]error['"]`,
  ].join('|'),
);
