import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from './dotted-name.ts';
import type { Node } from './source.ts';

/** The values of an object literal by property name; computed and spread members are left out. */
export function getProperties(node: TSESTree.ObjectExpression): Map<string, Node> {
  const properties = new Map<string, Node>();
  for (const property of node.properties) {
    const name = property.type === 'Property' ? getPropertyName(property) : undefined;
    if (name !== undefined && property.type === 'Property') properties.set(name, property.value);
  }
  return properties;
}
