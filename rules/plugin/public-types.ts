/*
 * What the published plugin promises, in types of its own: a project needs neither ESLint's nor typescript-eslint's declarations
 * to read them, and they fit the plugin types of ESLint 9 and 10. Arrays are mutable because ESLint's are.
 */

export type PresetName = 'recommended' | 'strict' | 'migration';

export type RuleEntry = 'error' | 'warn' | ['error' | 'warn', object];

/** One flat configuration object: `extends: [octollm.configs.recommended]`. */
export interface PresetConfig {
  name: string;
  files: string[];
  plugins: Record<string, OctollmPlugin>;
  rules: Record<string, RuleEntry>;
}

export interface OctollmRule {
  meta: {
    type: 'problem' | 'suggestion';
    docs: { description: string; url: string };
    messages: Record<string, string>;
    schema: { type: 'object'; additionalProperties: false; properties: Record<string, { description: string }> }[];
    defaultOptions: object[];
    fixable?: 'code';
    hasSuggestions?: boolean;
    languages: string[];
  };
  create(context: object): Record<string, (...nodes: unknown[]) => void>;
}

export interface OctollmPlugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<string, OctollmRule>;
  configs: Record<PresetName, PresetConfig>;
}
