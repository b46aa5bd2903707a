import { ConfigCommentParser } from '@eslint/plugin-kit';
import type { HostSource } from '../source/host-source.ts';

/** A comment that speaks to the linter: `eslint-disable-next-line octollm/require-cause -- reason`. */
export interface ConfigComment {
  readonly label: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** ESLint's own reader of such comments, so that both see the same in them. */
export const commentParser: ConfigCommentParser = new ConfigCommentParser();

const lineLabels = /^eslint-disable-(?:next-)?line$/;

/** Finds the comments that speak to the linter; line comments can only speak of lines. */
export function findConfigComments(source: HostSource): ConfigComment[] {
  if (!source.text.includes('eslint')) return [];
  const found: ConfigComment[] = [];
  for (const { type, value, range } of source.getAllComments()) {
    if (!/^\s*eslint/.test(value)) continue;
    const directive = commentParser.parseDirective(value);
    if (!directive || !/^eslint(?:-enable|-disable(?:(?:-next)?-line)?)?$/.test(directive.label)) continue;
    if (String(type) === 'Line' && !lineLabels.test(directive.label)) continue;
    found.push({ label: directive.label, value: directive.value, start: range[0], end: range[1] });
  }
  return found;
}
