/** Lays rows out in columns; numbers stand right, texts left. The first row is the head. */
export function formatTextTable(
  rows: readonly (readonly (string | number)[])[],
  formatNumber: (value: number) => string,
): string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell)));
  const widths: number[] = [];
  for (const row of cells) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  const isNumeric = rows[1]?.map((cell) => typeof cell === 'number') ?? [];
  return cells.map((row) =>
    row
      .map((cell, index) => (isNumeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
