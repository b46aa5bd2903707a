/** What a place reads of settled entries: the rejected ones too, or only the fulfilled ones; undefined where it reads none. */
export type Reading = 'seen' | 'fulfilled-only' | undefined;

/** One place that sees the rejected entries is enough. */
export function joinReadings(readings: readonly Reading[]): Reading {
  if (readings.includes('seen')) return 'seen';
  return readings.find((reading) => reading !== undefined);
}
