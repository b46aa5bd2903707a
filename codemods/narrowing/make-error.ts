import type { TSESTree } from '@typescript-eslint/types';
import type { TextEdit } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import type { WriteText } from './narrow-read.ts';
import { needsBrackets } from './positions.ts';

/** Plans an error in the place of whatever was thrown, for who wants one. */
export function makeError({ source }: SyntaxFile, node: TSESTree.Identifier, writeError: WriteText): TextEdit {
  const [start, end] = node.range;
  const { name } = node;
  const text = writeError?.(name) ?? `${name} instanceof Error ? ${name} : new Error(String(${name}))`;
  const hasBrackets = writeError === undefined && needsBrackets(source.text, node, '?:');
  return { start, end, text: hasBrackets ? `(${text})` : text };
}
