/**
 * Returns how many inputs a property test draws: enough for every day, many more in a fuzzing run.
 *
 * @param everyDay The number without `FUZZ_RUNS` in the environment.
 */
export function fuzzRuns(everyDay = 300): number {
  const asked = Number(process.env['FUZZ_RUNS']);
  return Number.isInteger(asked) && asked > 0 ? asked : everyDay;
}
