interface Fix {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Applies an edit as ESLint does: its offsets do not count a byte order mark. */
export function applyFix(code: string, fix: Fix): string {
  const start = code.startsWith('\uFEFF') ? 1 : 0;
  return code.slice(0, start + fix.range[0]) + fix.text + code.slice(start + fix.range[1]);
}
