import type { TSESTree } from '@typescript-eslint/types';

/** Whether a written type takes any value. */
export function isOpenType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some(isOpenType);
  return type.type === 'TSAnyKeyword' || type.type === 'TSUnknownKeyword';
}
