/*
 * What the published plugin promises, in types of its own: a project needs neither ESLint's nor typescript-eslint's declarations
 * to read them, and they fit the plugin types of ESLint 9 and 10. Arrays are mutable because ESLint's are.
 */

export type PresetName = 'recommended' | 'strict' | 'octollm' | 'migration';

export type RuleEntry = 'error' | 'warn' | ['error' | 'warn', object];

/** One flat configuration object: `extends: [octollm.configs.recommended]`. */
export interface PresetConfig {
  name: string;
  files: string[];
  plugins: Record<string, OctollmPlugin>;
  rules: Record<string, RuleEntry>;
}

/** Turns off what overlaps elsewhere; it needs none of the plugins whose rules it names. */
export interface CompatConfig {
  name: string;
  files: string[];
  rules: Record<string, 'off'>;
}

/** A rule elsewhere that reports what rules of this plugin report. */
export interface Overlap {
  /** Its name in a configuration of ESLint. */
  eslint?: string;
  /** Its name in a configuration of Oxlint. */
  oxlint?: string;
  /** Rules of this plugin, without the prefix, that report the same. */
  replacedBy: string[];
  /** Whether it asks the type checker, and so finds some that ours leave alone. */
  needsTypes?: true;
  /** Why it must not run beside ours, where it does more harm than a second report. */
  conflict?: string;
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
  configs: Record<PresetName, PresetConfig> & { compat: CompatConfig };
  /** The rules that `compat` turns off. */
  overlaps: Overlap[];
}
