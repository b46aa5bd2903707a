import { version } from './version.generated.ts';
import { rules } from './registry.generated.ts';
import { getPresetRules, lintedFiles, presetNames, type RuleEntry } from './presets.ts';
import type { PresetName, Rule } from './create-rule.ts';

export interface PresetConfig {
  readonly name: string;
  readonly files: string[];
  readonly plugins: Record<string, Plugin>;
  readonly rules: Record<string, RuleEntry>;
}

export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Readonly<Record<string, Rule>>;
  readonly configs: Record<PresetName, PresetConfig>;
}

const plugin: Plugin = {
  meta: { name: 'eslint-plugin-octollm', version, namespace: 'octollm' },
  rules,
  // Presets hold the plugin itself, so they are filled in once it exists.
  configs: {} as Plugin['configs'],
};

for (const preset of presetNames)
  plugin.configs[preset] = {
    name: `octollm/${preset}`,
    files: [...lintedFiles],
    plugins: { octollm: plugin },
    rules: getPresetRules(rules, preset),
  };

export default plugin;
