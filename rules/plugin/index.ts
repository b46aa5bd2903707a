import { version } from './version.generated.ts';
import { rules } from './registry.generated.ts';
import { overlaps } from './overlaps.ts';
import { createCompatConfig, getPresetRules, lintedFiles, presetNames } from './presets.ts';
import type { OctollmPlugin } from './public-types.ts';

export type {
  CompatConfig,
  OctollmPlugin,
  OctollmRule,
  Overlap,
  PresetConfig,
  PresetName,
  RuleEntry,
} from './public-types.ts';

const plugin: OctollmPlugin = {
  meta: { name: 'eslint-plugin-octollm', version, namespace: 'octollm' },
  // The public rule type says the same without typescript-eslint's declarations, which TypeScript cannot compare with it.
  rules: rules as unknown as OctollmPlugin['rules'],
  // Presets hold the plugin itself, so they are filled in once it exists.
  configs: { compat: createCompatConfig() } as OctollmPlugin['configs'],
  overlaps: [...overlaps],
};

for (const preset of presetNames)
  plugin.configs[preset] = {
    name: `octollm/${preset}`,
    files: [...lintedFiles],
    plugins: { octollm: plugin },
    rules: getPresetRules(rules, preset),
  };

export default plugin;
// `require('eslint-plugin-octollm')` gives the plugin itself.
export { plugin as 'module.exports' };
