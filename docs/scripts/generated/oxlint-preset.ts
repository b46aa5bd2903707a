import { getOxlintRulesOff, getPresetRules } from '../../../rules/plugin/presets.ts';
import type { PresetName } from '../../../rules/plugin/public-types.ts';
import type { LoadedRule } from './load-rules.ts';

/** A preset as a configuration file that an `.oxlintrc.json` can extend. */
export function createOxlintPreset(rules: readonly LoadedRule[], preset: PresetName): string {
  const byName = Object.fromEntries(rules.map(({ name, rule }) => [name, rule]));
  return JSON.stringify({
    jsPlugins: ['eslint-plugin-octollm'],
    rules: { ...getPresetRules(byName, preset), ...getOxlintRulesOff('conflicts') },
  });
}

/** What overlaps among the rules that Oxlint has itself. */
export function createOxlintCompat(): string {
  return JSON.stringify({ rules: getOxlintRulesOff('all') });
}
