/** A Markdown table; pipes and line ends in cells are escaped. */
export function createTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');
}

function escapeCell(cell: string): string {
  return cell.replace(/\r?\n/g, ' ').replaceAll('|', '\\|');
}
