const id = /(?:[PCRTKL]\d+|M-[\w.-]*\w)/;
const leading = new RegExp(`^${id.source}(?:, ${id.source})*(?=:)`);
const row = new RegExp(`^\\| (${id.source}) +\\|`, 'gm');

/** Reads the ids of defects at the beginning of a title: `C3` and `L4` in `C3, L4: a late success …`. */
export function readLeadingIds(title: string): string[] {
  return leading.exec(title)?.[0].split(', ') ?? [];
}

/** Reads the ids in the first column of the tables on a page. */
export function readListedIds(text: string): string[] {
  return [...text.matchAll(row)].map(([, listed = '']) => listed);
}
