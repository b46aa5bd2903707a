import type { Source } from '../source.ts';
import { getTopLevel } from './top-level.ts';

/** Comments that speak of the whole file and not of the statement below them, even where they touch it. */
const ofTheFile =
  /copyright|licen[cs]e|spdx|all rights reserved|@(?:fileoverview|file|module|packageDocumentation|preserve|generated|ts-(?:no)?check|flow|jsx\w*|jest|vitest|(?:jest|vitest)-environment)\b|^\s*(?:eslint(?:-env|-disable|\s)|globals?\s|prettier-ignore-start|oxlint-disable|biome-ignore-all|istanbul ignore file|c8 ignore|v8 ignore|deno-lint-ignore-file)|^\/\s*<reference/i;

/** Comments that look like one of a whole file, but are of the next line. */
const ofTheNextLine = /^\s*(?:eslint|oxlint)-disable-(?:next-)?line/;

/** The end of what has to stand first in a file: its hashbang, and the comments about the whole of it. */
export function findHeaderEnd(source: Source): number {
  const { text } = source;
  const { statements, start: top } = getTopLevel(source);
  const first = statements[0]?.range[0] ?? text.length;
  let end = text.startsWith('#!') ? endOfLine(text, 0) : top;
  for (const comment of source.getAllComments()) {
    const [start, behind] = comment.range;
    if (start < end) continue;
    if (start >= first) break;
    const isApart = /^[ \t]*\r?\n[ \t]*(?:\r?\n|$)/.test(text.slice(behind));
    const isOfFile = ofTheFile.test(comment.value) && !ofTheNextLine.test(comment.value);
    const endsItsLine = /^[ \t]*(?:\r?\n|$)/.test(text.slice(behind));
    if ((isApart || isOfFile) && endsItsLine) end = endOfLine(text, behind);
  }
  return end;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}
