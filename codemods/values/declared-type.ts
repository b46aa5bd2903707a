import type { TSESTree } from '@typescript-eslint/types';
import { findVariable, getPropertyName, type Node, type Source, type Variable } from 'eslint-plugin-octollm/patterns';
import { findFieldType, findMemberType } from './find-member-type.ts';

/** Finds the type that the file itself writes for a name or a member of it; undefined for what may be missing. */
export function findDeclaredType(source: Source, node: Node): TSESTree.TypeNode | undefined {
  if (node.type === 'Identifier') {
    const variable = findVariable(source, node);
    return variable && findTypeOfVariable(source, variable);
  }
  if (node.type !== 'MemberExpression' || node.optional) return undefined;
  const property = getPropertyName(node);
  if (property === undefined) return undefined;
  if (node.object.type === 'ThisExpression') return findFieldType(node, property);
  const owner = findDeclaredType(source, node.object);
  return owner && findMemberType(source, owner, property);
}

function findTypeOfVariable(source: Source, variable: Variable): TSESTree.TypeNode | undefined {
  const definition = variable.defs[0];
  if (variable.defs.length !== 1 || definition?.name.type !== 'Identifier') return undefined;
  const { name } = definition;
  if (name.typeAnnotation) return name.optional ? undefined : name.typeAnnotation.typeAnnotation;
  return findTypeInPattern(source, name);
}

/** `({ id }: { id: string })`: the property of the pattern's own type; one with a default has that instead of nothing. */
function findTypeInPattern(source: Source, name: TSESTree.Identifier): TSESTree.TypeNode | undefined {
  const property = name.parent;
  if (property.type !== 'Property' || property.value !== name || property.parent.type !== 'ObjectPattern')
    return undefined;
  const owner = property.parent.typeAnnotation?.typeAnnotation;
  const key = getPropertyName(property);
  return owner && key !== undefined ? findMemberType(source, owner, key) : undefined;
}
