import type { TSESTree } from '@typescript-eslint/types';
import { getPropertyName, type Node, type Source } from 'eslint-plugin-octollm/patterns';

/** Finds the type that a property has in a type as the file writes it; undefined for an optional one and for types from elsewhere. */
export function findMemberType(
  source: Source,
  type: TSESTree.TypeNode,
  property: string,
): TSESTree.TypeNode | undefined {
  const members = getMembers(source, type);
  const member = members.find(
    (candidate) =>
      candidate.type === 'TSPropertySignature' && !candidate.computed && getKey(candidate.key) === property,
  );
  if (member?.type !== 'TSPropertySignature' || member.optional) return undefined;
  return member.typeAnnotation?.typeAnnotation;
}

/** Finds the type that a class of the file gives to a field of `this`. */
export function findFieldType(place: Node, property: string): TSESTree.TypeNode | undefined {
  for (const element of getClassElements(place)) {
    if (element.type === 'PropertyDefinition' && getPropertyName(element) === property)
      return element.optional ? undefined : element.typeAnnotation?.typeAnnotation;
    if (element.type !== 'MethodDefinition' || element.kind !== 'constructor') continue;
    for (const parameter of element.value.params) {
      if (parameter.type !== 'TSParameterProperty' || parameter.parameter.type !== 'Identifier') continue;
      const { name, optional, typeAnnotation } = parameter.parameter;
      if (name === property) return optional ? undefined : typeAnnotation?.typeAnnotation;
    }
  }
  return undefined;
}

function getClassElements(place: Node): readonly TSESTree.ClassElement[] {
  for (let node = place.parent; node; node = node.parent) {
    if (node.type === 'ClassBody') return node.body;
    // `this` of such a function is whatever it is called on.
    const isMethod = node.parent?.type === 'MethodDefinition';
    if (node.type === 'FunctionDeclaration' || (node.type === 'FunctionExpression' && !isMethod)) return [];
  }
  return [];
}

function getMembers(source: Source, type: TSESTree.TypeNode, depth = 0): readonly TSESTree.TypeElement[] {
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier' || depth > 3) return [];
  const { name } = type.typeName;
  for (const statement of source.ast.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'TSInterfaceDeclaration' && declaration.id.name === name) return declaration.body.body;
    if (declaration?.type === 'TSTypeAliasDeclaration' && declaration.id.name === name)
      return getMembers(source, declaration.typeAnnotation, depth + 1);
  }
  return [];
}

function getKey(key: TSESTree.PropertyName): string | undefined {
  return key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
}
