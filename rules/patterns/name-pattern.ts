interface Matcher {
  readonly names: ReadonlySet<string>;
  /** All patterns with a `*` as one expression; absent when there is none. */
  readonly expression: RegExp | undefined;
}

const matchers = new WeakMap<readonly string[], Matcher>();

/** Whether a dotted name fits one of the patterns; `*` stands for any run of characters within the name. */
export function matchesName(dotted: string, patterns: readonly string[]): boolean {
  let matcher = matchers.get(patterns);
  if (!matcher) {
    matcher = compile(patterns);
    matchers.set(patterns, matcher);
  }
  return matcher.names.has(dotted) || matcher.expression?.test(dotted) === true;
}

function compile(patterns: readonly string[]): Matcher {
  const sources = patterns
    .filter((pattern) => pattern.includes('*'))
    .map((pattern) => pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*'));
  return {
    names: new Set(patterns.filter((pattern) => !pattern.includes('*'))),
    expression: sources.length > 0 ? new RegExp(`^(?:${sources.join('|')})$`) : undefined,
  };
}
