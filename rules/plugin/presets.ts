import type { PresetEntry, PresetName, Rule } from './create-rule.ts';

export const presetNames: readonly PresetName[] = ['recommended', 'strict', 'migration'];

export const lintedFiles: readonly string[] = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

export type RuleEntry = 'error' | 'warn' | readonly ['error' | 'warn', object];

/** Collects what each rule says of itself into the rule table of one preset. */
export function getPresetRules(rules: Readonly<Record<string, Rule>>, preset: PresetName): Record<string, RuleEntry> {
  const entries: Record<string, RuleEntry> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const entry: PresetEntry<object> | undefined = rule.meta.docs?.presets[preset];
    if (entry) entries[`octollm/${name}`] = entry;
  }
  return entries;
}
