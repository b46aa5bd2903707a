import { HostSource } from '../../../../codemods/engine/source/host-source.ts';
import { linkNodes } from '../../../../codemods/engine/source/link-nodes.ts';
import { parseSource } from '../../../../codemods/engine/source/parse-source.ts';
import { describeErrors } from './describe-errors.ts';

/** Describes a snippet on the tree that the audit builds with oxc-parser. */
export function describeWithOxcParser(code: string): string[] {
  const { parsed, problem } = parseSource('snippet.ts', code);
  if (!parsed) throw new Error(`Cannot describe the snippet with oxc-parser: ${problem.reason}`);
  linkNodes(parsed.program, new Set());
  return describeErrors(new HostSource(parsed));
}
