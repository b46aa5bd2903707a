import type { PresetEntry, Rule } from './create-rule.ts';
import { overlaps } from './overlaps.ts';
import type { CompatConfig, PresetName, RuleEntry } from './public-types.ts';

export const presetNames: readonly PresetName[] = ['recommended', 'strict', 'octollm', 'migration'];

export const lintedFiles: readonly string[] = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/** Collects what each rule says of itself into the rule table of one preset. */
export function getPresetRules(rules: Readonly<Record<string, Rule>>, preset: PresetName): Record<string, RuleEntry> {
  const entries: Record<string, RuleEntry> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const entry = getPresetEntry(rule, preset);
    if (entry) entries[`octollm/${name}`] = typeof entry === 'string' ? entry : [entry[0], entry[1]];
  }
  return entries;
}

/** What a rule says of a preset; `octollm` is `strict` with the choices of the standard. */
function getPresetEntry(rule: Rule, preset: PresetName): PresetEntry<object> | undefined {
  const presets = rule.meta.docs?.presets;
  return presets?.[preset] ?? (preset === 'octollm' ? presets?.strict : undefined);
}

/** The configuration that turns off what overlaps in ESLint and its plugins. */
export function createCompatConfig(): CompatConfig {
  return { name: 'octollm/compat', files: [...lintedFiles], rules: turnOff(overlaps.map(({ eslint }) => eslint)) };
}

/** The rules that Oxlint has itself and that overlap; of a preset only those that do harm beside ours. */
export function getOxlintRulesOff(which: 'all' | 'conflicts'): Record<string, 'off'> {
  const chosen = which === 'all' ? overlaps : overlaps.filter(({ conflict }) => conflict);
  return turnOff(chosen.map(({ oxlint }) => oxlint));
}

function turnOff(names: readonly (string | undefined)[]): Record<string, 'off'> {
  return Object.fromEntries(names.flatMap((name) => (name === undefined ? [] : [[name, 'off']])));
}
