import type { Rule } from './create-rule.ts';
import type { PresetName, RuleEntry } from './public-types.ts';

export const presetNames: readonly PresetName[] = ['recommended', 'strict', 'migration'];

export const lintedFiles: readonly string[] = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/** Collects what each rule says of itself into the rule table of one preset. */
export function getPresetRules(rules: Readonly<Record<string, Rule>>, preset: PresetName): Record<string, RuleEntry> {
  const entries: Record<string, RuleEntry> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const entry = rule.meta.docs?.presets[preset];
    if (entry) entries[`octollm/${name}`] = typeof entry === 'string' ? entry : [entry[0], entry[1]];
  }
  return entries;
}
