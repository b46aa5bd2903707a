import type { Rule } from '../../../rules/plugin/create-rule.ts';
import { createTable } from './markdown-table.ts';

/** The part of JSON schema in which the rules describe their options. */
interface OptionSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: OptionSchema;
  readonly properties?: Readonly<Record<string, OptionSchema>>;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The options of a rule, as its schema and its defaults say. */
export function createOptionsTable(rule: Rule): string {
  // `createRule` builds a list of one schema and one object of defaults.
  const [schema] = rule.meta.schema as readonly OptionSchema[];
  const [defaults] = (rule.meta.defaultOptions ?? []) as readonly Readonly<Record<string, unknown>>[];
  const properties = Object.entries(schema?.properties ?? {});
  if (properties.length === 0) return 'This rule has no options.';
  const rows = properties.map(([name, property]) => [
    `\`${name}\``,
    describeType(property),
    describeDefault(property, defaults?.[name]),
    property.description ?? '',
  ]);
  return createTable(['Option', 'Type', 'Default', 'Meaning'], rows);
}

function describeDefault(schema: OptionSchema, value: unknown): string {
  const choices = schema.items?.enum;
  const isAll = choices && Array.isArray(value) && choices.every((choice) => value.includes(choice));
  return isAll ? 'all of them' : `\`${JSON.stringify(value)}\``;
}

function describeType(schema: OptionSchema): string {
  const { type, items, minimum, maximum } = schema;
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  if (items?.enum) return `list of ${describeType(items)}`;
  if (items?.properties) return `list of \`{ ${Object.keys(items.properties).join(', ')} }\``;
  if (items) return `list of ${items.type}s`;
  if (minimum === undefined) return String(type);
  return maximum === undefined ? `${type}, ${minimum} or more` : `${type}, ${minimum} to ${maximum}`;
}
