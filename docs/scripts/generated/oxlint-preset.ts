import { getPresetRules } from '../../../rules/plugin/presets.ts';
import type { PresetName } from '../../../rules/plugin/public-types.ts';
import type { LoadedRule } from './load-rules.ts';

/**
 * Native rules whose automatic fix destroys what our rules look for: the first takes the binding away from a catch that
 * ought to use it, the second rewrites a correct `cause: toError(e)`. `require-cause` does the work of the second.
 */
const conflictingRules = ['unicorn/prefer-optional-catch-binding', 'eslint/preserve-caught-error'];

/** A preset as a configuration file that an `.oxlintrc.json` can extend. */
export function createOxlintPreset(rules: readonly LoadedRule[], preset: PresetName): string {
  const byName = Object.fromEntries(rules.map(({ name, rule }) => [name, rule]));
  const off = Object.fromEntries(conflictingRules.map((name) => [name, 'off']));
  return JSON.stringify({
    jsPlugins: ['eslint-plugin-octollm'],
    rules: { ...getPresetRules(byName, preset), ...off },
  });
}
