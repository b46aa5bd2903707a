import type { SourceFile } from './tree.ts';

/** Lists what a diagram lacks for people who cannot see it, and diagrams that no page shows. */
export function findDiagramProblems(diagrams: readonly SourceFile[], pages: readonly SourceFile[]): string[] {
  const shown = new Set(
    pages.flatMap(({ text }) => [...text.matchAll(/!\[[^\]]+\]\([^)]*?([\w-]+\.svg)\)/g)].map(([, name]) => name)),
  );
  return diagrams.flatMap(({ path, text }) => {
    const problems: string[] = [];
    if (!/<title[^>]*>[^<]+<\/title>/.test(text)) problems.push(`${path} has no title`);
    if (!/<desc[^>]*>[^<]+<\/desc>/.test(text)) problems.push(`${path} has no description`);
    if (!shown.has(path.split('/').at(-1))) problems.push(`${path} is on no page, or has no alternative text there`);
    return problems;
  });
}
