import type { Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';

/** The edits of one document within an edit of the workspace, in either form that the protocol has. */
export function getTextEdits(edit: WorkspaceEdit, uri: string): TextEdit[] {
  const changes = edit.changes?.[uri] ?? [];
  const documentChanges = (edit.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  return [...changes, ...documentChanges].flatMap((change) => ('newText' in change ? [change] : []));
}

/** Applies edits that do not overlap, the last one first, so that the places of the others stay right. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .map(({ range, newText }) => ({ start: getOffset(text, range.start), end: getOffset(text, range.end), newText }))
    .sort((one, other) => other.start - one.start)
    .reduce((edited, { start, end, newText }) => edited.slice(0, start) + newText + edited.slice(end), text);
}

function getOffset(text: string, { line, character }: Position): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + character;
}
