/** Returns how often a property is tried: 300 times, or as often as the environment variable `FUZZ_RUNS` says. */
export function fuzzRuns(): number {
  return Number(process.env['FUZZ_RUNS'] ?? 300);
}
