import { applyEdits } from '../../../../codemods/engine/edit/apply-edits.ts';
import type { ParsedSource } from '../../../../codemods/engine/source/parse-source.ts';
import { findNodes } from './find-nodes.ts';

/** What ends with a semicolon that may be left to the parser. */
const ended: readonly string[] = [
  'BreakStatement',
  'ContinueStatement',
  'DebuggerStatement',
  'DoWhileStatement',
  'ExportAllDeclaration',
  'ExportDefaultDeclaration',
  'ExportNamedDeclaration',
  'ExpressionStatement',
  'ImportDeclaration',
  'PropertyDefinition',
  'ReturnStatement',
  'ThrowStatement',
  'TSDeclareFunction',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSTypeAliasDeclaration',
  'VariableDeclaration',
];

/** Takes away the semicolons at line ends and before braces, but for those before what would go on with the statement. */
export function writeWithoutSemicolons(path: string, text: string): string {
  const { parsed, nodes } = findNodes(path, text, ended);
  const ends = new Set(nodes.map(({ range }) => range[1] - 1).filter((offset) => parsed.text[offset] === ';'));
  const edits = [...ends]
    .filter((offset) => canEndWithout(parsed, offset + 1))
    .map((offset) => ({ start: offset, end: offset + 1, text: '' }));
  return (parsed.hasBOM ? '\ufeff' : '') + applyEdits(parsed.text, edits);
}

function canEndWithout({ text, comments }: ParsedSource, end: number): boolean {
  let rest = end;
  for (const comment of comments)
    if (comment.start >= rest && text.slice(rest, comment.start).trim() === '') rest = comment.end;
  const [gap = ''] = /^\s*/.exec(text.slice(rest)) ?? [];
  const next = text[rest + gap.length];
  if (next === undefined || next === '}') return true;
  return text.slice(end, rest + gap.length).includes('\n') && !/[([`+\-*/<.,?&|;]/.test(next);
}
