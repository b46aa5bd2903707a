import type { TSESTree } from '@typescript-eslint/types';
import { isErrorType, isOpenType } from '../values/open-type.ts';
import { asError, certain, type Reception } from './reception.ts';

/** How a place of a written type takes the value; undefined for types that want something else. */
export function receiveType(type: TSESTree.TypeNode | undefined): Reception | undefined {
  if (!type) return undefined;
  if (isOpenType(type)) return certain;
  return isErrorType(type) ? asError : undefined;
}
