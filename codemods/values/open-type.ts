import type { TSESTree } from '@typescript-eslint/types';

/** Whether a written type takes any value. */
export function isOpenType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some(isOpenType);
  return type.type === 'TSAnyKeyword' || type.type === 'TSUnknownKeyword';
}

/** Whether a written type takes any error: `Error`, `Error | null`. */
export function isErrorType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some(isErrorType);
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Error';
}
