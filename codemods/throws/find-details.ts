import type { TSESTree } from '@typescript-eslint/types';
import { getPropertyName, type Node, type OctollmSettings, type Source } from 'eslint-plugin-octollm/patterns';
import { getValueKind } from '../values/value-kind.ts';

/** A public detail of a class, and the expression in a message that fills it. */
export interface FoundDetail {
  readonly key: string;
  readonly value: TSESTree.Identifier | TSESTree.MemberExpression;
}

/**
 * Finds the values in a message that a class has a public detail for: plain names and members that are called as the detail is.
 *
 * @param isTyped whether the file is type-checked, so that a value must certainly have the type of its detail
 */
export function findDetails(
  source: Source,
  message: Node,
  className: string,
  { catalog }: Pick<OctollmSettings, 'catalog'>,
  isTyped: boolean,
): FoundDetail[] {
  const types = getDetailTypes(catalog, className);
  const found = new Map<string, FoundDetail>();
  for (const value of getInserted(message)) {
    const key = getNames(value).find((name) => types.has(name));
    if (key === undefined || found.has(key)) continue;
    const kind = getValueKind(source, value);
    if (!isTyped || (kind !== undefined && (kind === 'any' || kind === types.get(key)))) found.set(key, { key, value });
  }
  return [...found.values()];
}

/** The details of a class and of those that it extends, each with its type as text. */
function getDetailTypes(catalog: OctollmSettings['catalog'], className: string): Map<string, string> {
  const types = new Map<string, string>();
  let entry = catalog.find(({ name }) => name === className);
  while (entry) {
    for (const [key, type] of Object.entries(entry.details)) types.set(key, type);
    const { parent } = entry;
    entry = catalog.find(({ name }) => name === parent);
  }
  return types;
}

function getInserted(message: Node): FoundDetail['value'][] {
  if (message.type === 'BinaryExpression') return [...getInserted(message.left), ...getInserted(message.right)];
  const parts: readonly Node[] = message.type === 'TemplateLiteral' ? message.expressions : [message];
  return parts.filter(isPlain);
}

function isPlain(value: Node): value is FoundDetail['value'] {
  return value.type === 'Identifier' || (value.type === 'MemberExpression' && !value.computed && !value.optional);
}

/** The names that a detail with this value could have: `task_id` for `taskId` and for `task.id`, `id` for the latter as well. */
function getNames(value: FoundDetail['value']): string[] {
  if (value.type === 'Identifier') return [toSnakeCase(value.name)];
  const last = toSnakeCase(getPropertyName(value) ?? '');
  const { object } = value;
  const owner = object.type === 'Identifier' ? object.name : getPropertyName(object);
  return owner === undefined ? [last] : [`${toSnakeCase(owner)}_${last}`, last];
}

function toSnakeCase(name: string): string {
  return name
    .replace(/^[_#$]+/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
