import { diffLines } from 'diff';
import type { Fix, Region, Replacement } from 'sarif';
import { LineIndex } from '../../source/line-index.ts';
import { locateArtifact } from '../artifact-location.ts';

/** All changes of a file as one fix: a single change may need the import that another one brings along. */
export function createFix(file: string, before: string, after: string): Fix {
  return {
    description: { text: 'Makes all changes of this file.' },
    artifactChanges: [{ artifactLocation: locateArtifact(file), replacements: listReplacements(before, after) }],
  };
}

function listReplacements(before: string, after: string): Replacement[] {
  const lines = new LineIndex(before);
  const replacements: Replacement[] = [];
  let offset = 0;
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed === '' && added === '') return;
    const deletedRegion = toRegion(lines, offset, offset + removed.length);
    replacements.push({ deletedRegion, insertedContent: { text: added } });
    offset += removed.length;
    removed = '';
    added = '';
  };
  for (const part of diffLines(before, after)) {
    if (part.added) added += part.value;
    else if (part.removed) removed += part.value;
    else {
      flush();
      offset += part.value.length;
    }
  }
  flush();
  return replacements;
}

function toRegion(lines: LineIndex, start: number, end: number): Region {
  const from = lines.getPosition(start);
  const to = lines.getPosition(end);
  return { startLine: from.line, startColumn: from.column + 1, endLine: to.line, endColumn: to.column + 1 };
}
