export function check(source: string): void {
  const structuredError = { id: '98011', context: { source } };
  if (source.includes('node_modules')) throw structuredError;
}
