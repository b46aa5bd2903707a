import { parseSource } from '../../../../codemods/engine/source/parse-source.ts';

/** Whether two texts are the same program: the same tree but for places, quotes and line ends. */
export function isSameProgram(path: string, first: string, second: string): boolean {
  const tree = describeTree(path, first);
  return tree !== undefined && tree === describeTree(path, second);
}

const written: ReadonlySet<string> = new Set(['start', 'end', 'range', 'parent', 'loc', 'raw', 'directive']);

function describeTree(path: string, text: string): string | undefined {
  const { parsed } = parseSource(path, text);
  return parsed && JSON.stringify(parsed.program, omitWriting);
}

function omitWriting(key: string, value: unknown): unknown {
  if (written.has(key)) return undefined;
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value;
}
