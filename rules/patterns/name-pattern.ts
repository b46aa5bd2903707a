/** Whether a dotted name fits one of the patterns; `*` stands for any run of characters within the name. */
export function matchesName(dotted: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => toExpression(pattern).test(dotted));
}

const compiled = new Map<string, RegExp>();

function toExpression(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (!expression) {
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    expression = new RegExp(`^${source}$`);
    compiled.set(pattern, expression);
  }
  return expression;
}
