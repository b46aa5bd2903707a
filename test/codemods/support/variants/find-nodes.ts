import type { Node } from 'eslint-plugin-octollm/patterns';
import { linkNodes } from '../../../../codemods/engine/source/link-nodes.ts';
import { parseSource, type ParsedSource } from '../../../../codemods/engine/source/parse-source.ts';

/** Parses a text and lists its nodes of some types, in the order of the text. */
export function findNodes(
  path: string,
  text: string,
  types: readonly string[],
): { parsed: ParsedSource; nodes: Node[] } {
  const { parsed, problem } = parseSource(path, text);
  if (!parsed) throw new Error(`${path} does not parse in line ${problem.line}: ${problem.reason}`);
  return { parsed, nodes: linkNodes(parsed.program, new Set(types)).map(({ node }) => node) };
}
