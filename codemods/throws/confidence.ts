import type { Suggestion } from 'eslint-plugin-octollm/patterns';

/**
 * Estimates how likely the best suggestion is right: the odds grow with its score and with its lead over the second one.
 * The two exponents and the divisor fit the throws that people labelled; the page of the codemod has the measured table.
 */
export function getConfidence([best, second]: readonly Suggestion[]): number {
  if (!best) return 0;
  const lead = best.score - (second?.score ?? 0);
  const odds = ((1 + best.score) * (1 + lead) ** 0.75) / 8;
  return odds / (1 + odds);
}
