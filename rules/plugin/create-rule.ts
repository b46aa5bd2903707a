import { applyDefault } from '@typescript-eslint/utils/eslint-utils';
import type { TSESLint } from '@typescript-eslint/utils';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import { loadSettings } from './load-settings.ts';
import { onceForEach } from '../patterns/once-for-each.ts';
import type { PresetName } from './public-types.ts';
import { addLesson, teach, type Lesson } from './teaching.ts';
import type { OctollmSettings } from '../patterns/settings/settings.ts';

/** How a preset runs a rule: its severity, and the options that narrow it. */
export type PresetEntry<Options extends object> = 'error' | 'warn' | readonly ['error' | 'warn', Partial<Options>];

export interface RuleDocs {
  readonly description: string;
  /** Severity and options by preset; a rule that a preset does not name is off there. */
  readonly presets: Readonly<Partial<Record<PresetName, PresetEntry<object>>>>;
}

export type RuleContext<MessageIds extends string> = Readonly<TSESLint.RuleContext<MessageIds, readonly unknown[]>>;

/** A rule as ESLint and Oxlint load it. */
export type Rule = TSESLint.RuleModule<string, readonly unknown[], RuleDocs> & { readonly name: string };

export interface RuleDefinition<Options extends object, MessageIds extends string> extends Lesson {
  readonly name: string;
  readonly type: 'problem' | 'suggestion';
  readonly description: string;
  readonly presets: Readonly<Partial<Record<PresetName, PresetEntry<Options>>>>;
  readonly messages: Readonly<Record<MessageIds, string>>;
  readonly fixable?: 'code';
  readonly hasSuggestions?: boolean;
  /** JSON schema of the properties of the one options object; each has a description. */
  readonly properties: Readonly<Record<keyof Options & string, JSONSchema4>>;
  /** With these a rule reports everything it knows; presets narrow. */
  readonly defaults: Options;
  readonly create: (
    context: RuleContext<MessageIds>,
    options: Options,
    settings: OctollmSettings,
  ) => TSESLint.RuleListener;
}

const pages = 'https://github.com/octollm/octollm-errors/blob/main/docs/rules/';

/** Builds a rule: options merged with their defaults, shared settings read once, metadata complete. */
export function createRule<Options extends object, MessageIds extends string>(
  definition: RuleDefinition<Options, MessageIds>,
): Rule {
  const { name, description, presets, defaults } = definition;
  const complete = onceForEach((given: Options) => applyDefault<[Options], [Options]>([defaults], [given])[0]);
  const rule: TSESLint.RuleModule<MessageIds, [Options], RuleDocs> & { readonly name: string } = {
    name,
    meta: {
      type: definition.type,
      docs: { description, presets, url: `${pages}${name}.md` },
      messages: addLesson(definition.messages, definition),
      schema: [{ type: 'object', additionalProperties: false, properties: { ...definition.properties } }],
      defaultOptions: [defaults],
      ...(definition.fixable ? { fixable: definition.fixable } : {}),
      ...(definition.hasSuggestions ? { hasSuggestions: true } : {}),
      // Without it a Markdown or JSON file in the same configuration would be handed to the rule.
      ...{ languages: ['js/js'] },
    },
    create: (context) => {
      const settings = loadSettings(context);
      const reporter = settings.messageStyle === 'teaching' ? teach<MessageIds>(context) : context;
      return definition.create(reporter, complete(context.options[0] ?? defaults), settings);
    },
  };
  // RuleModule is invariant in its options and message ids, which a registry of all rules cannot name.
  return rule as unknown as Rule;
}
