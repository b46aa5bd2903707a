import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../source.ts';
import type { ErrorHandler, HandlerKind } from './error-handler.ts';

/** The handlers of promises, which get whatever was thrown. */
export const promiseKinds: readonly HandlerKind[] = ['promise-catch', 'promise-then'];

/** The parameter of a handler at which the type of the error stands; null where none can. */
export function getErrorParameter({ kind, parameter }: ErrorHandler): Node | null {
  if (kind === 'settled-result') return null;
  // Of a handler that is passed by name, only what its own declaration says is known.
  if (promiseKinds.includes(kind) || parameter?.type === 'Identifier') return parameter;
  return null;
}

export function getAnnotation(parameter: Node): TSESTree.TypeNode | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return 'typeAnnotation' in target && target.typeAnnotation?.type === 'TSTypeAnnotation'
    ? target.typeAnnotation.typeAnnotation
    : undefined;
}

/** Whether a type is `any` for the error: by itself, in a union, or as the element that the error is. */
export function isAny(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some(isAny);
  if (type.type === 'TSArrayType') return isAny(type.elementType);
  if (type.type === 'TSTupleType') return type.elementTypes[0] !== undefined && isAny(type.elementTypes[0]);
  return type.type === 'TSAnyKeyword';
}
