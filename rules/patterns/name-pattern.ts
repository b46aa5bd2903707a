import { onceForEach } from './once-for-each.ts';

interface Matcher {
  readonly names: ReadonlySet<string>;
  /** All patterns with a `*` as one expression; absent when there is none. */
  readonly expression: RegExp | undefined;
}

/** Whether a dotted name fits one of the patterns; `*` stands for any run of characters within the name. */
export function matchesName(dotted: string, patterns: readonly string[]): boolean {
  const matcher = compile(patterns);
  return matcher.names.has(dotted) || matcher.expression?.test(dotted) === true;
}

const compile: (patterns: readonly string[]) => Matcher = onceForEach((patterns) => {
  const sources = patterns
    .filter((pattern) => pattern.includes('*'))
    .map((pattern) => pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*'));
  return {
    names: new Set(patterns.filter((pattern) => !pattern.includes('*'))),
    expression: sources.length > 0 ? new RegExp(`^(?:${sources.join('|')})$`) : undefined,
  };
});
