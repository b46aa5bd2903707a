import type { TSESTree } from '@typescript-eslint/types';
import { hasComment, type Node } from 'eslint-plugin-octollm/patterns';
import type { TextEdit } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';

/** Where the options of a construction are, or would be. */
export interface OptionsSlot {
  readonly message: Node;
  /** The argument behind the message. */
  readonly options: Node | undefined;
  /** Behind the closing bracket of the arguments. */
  readonly end: number;
}

/**
 * Plans the edit that puts members into the options of a construction: into the literal that it has behind its message, or
 * into a new one. Undefined where the options come from elsewhere or a comment would be lost.
 *
 * @param members such as `cause: error`
 */
export function addMembers(
  file: SyntaxFile,
  { message, options, end: close }: OptionsSlot,
  members: readonly string[],
): TextEdit | undefined {
  const added = members.join(', ');
  if (options) return options.type === 'ObjectExpression' ? addToLiteral(file, options, added) : undefined;
  const end = findEndOfArgument(file.source.text, message, close);
  if (end === undefined) return undefined;
  const separator = getSeparator(file, message, end);
  return { start: end, end, text: `,${separator}${wrap(file, added)}` };
}

function addToLiteral(file: SyntaxFile, options: TSESTree.ObjectExpression, added: string): TextEdit | undefined {
  const [first] = options.properties;
  if (!first) {
    if (hasComment(file.source, options)) return undefined;
    return { start: options.range[0], end: options.range[1], text: wrap(file, added) };
  }
  const start = first.range[0];
  const indent = getIndentBefore(file.source.text, start);
  const separator = indent === undefined ? ' ' : `${file.style.lineEnd}${indent}`;
  return { start, end: start, text: `${added},${separator}` };
}

function wrap({ style: { bracketSpace } }: SyntaxFile, members: string): string {
  return `{${bracketSpace}${members}${bracketSpace}}`;
}

/** A message on a line of its own gets the options on the next one; a text of several lines has them behind it. */
function getSeparator({ source: { text }, style }: SyntaxFile, message: Node, end: number): string {
  const indent = getIndentBefore(text, message.range[0]);
  const isLast = /^,?[ \t]*\r?\n/.test(text.slice(end));
  return indent !== undefined && isLast ? `${style.lineEnd}${indent}` : ' ';
}

function getIndentBefore(text: string, offset: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.trim() === '' ? before : undefined;
}

/** Behind the brackets that an argument may stand in; undefined where something else than a comma follows it. */
function findEndOfArgument(text: string, argument: Node, close: number): number | undefined {
  const rest = text.slice(argument.range[1], close - 1);
  const brackets = /^(?:\s*\))*/.exec(rest)?.[0].length ?? 0;
  const behind = rest.slice(brackets).replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '');
  return /^\s*,?\s*$/.test(behind) ? argument.range[1] + brackets : undefined;
}
