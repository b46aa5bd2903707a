import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../source.ts';
import { getAnnotation, isAny, promiseKinds } from './error-annotation.ts';
import type { ErrorHandler } from './error-handler.ts';

/** Why nothing checks what a handler reads from its error: it says `any`, TypeScript infers it, or a type is claimed that nobody knows. */
export type UncheckedError = 'any' | 'implicit' | 'typed';

/**
 * Tells whether the error of a handler is checked by its type.
 *
 * @param isTypeScript whether a parameter without a type gets one: in JavaScript there is none
 */
export function getUncheckedError(
  handler: ErrorHandler,
  parameter: Node,
  isTypeScript: boolean,
): UncheckedError | undefined {
  const annotation = getAnnotation(parameter);
  if (annotation && isAny(annotation)) return 'any';
  if (!promiseKinds.includes(handler.kind) || handler.reference !== null) return undefined;
  if (annotation) return isUnknown(annotation, parameter.type === 'RestElement') ? undefined : 'typed';
  // `<Handler>((error) => …)` takes the type of its parameter from the cast.
  const isCast = handler.node.type === 'TSTypeAssertion' || handler.node.type === 'TSAsExpression';
  return isTypeScript && !isCast ? 'implicit' : undefined;
}

/** Of a rest parameter the first element is the error. */
function isUnknown(type: TSESTree.TypeNode, isRest: boolean): boolean {
  if (!isRest) return type.type === 'TSUnknownKeyword';
  if (type.type === 'TSTypeOperator' && type.typeAnnotation) return isUnknown(type.typeAnnotation, isRest);
  if (type.type === 'TSArrayType') return isUnknown(type.elementType, false);
  if (type.type !== 'TSTupleType') return type.type === 'TSUnknownKeyword';
  const [first] = type.elementTypes;
  if (first?.type === 'TSNamedTupleMember') return isUnknown(first.elementType, false);
  if (first?.type === 'TSRestType') return isUnknown(first.typeAnnotation, true);
  return first !== undefined && isUnknown(first, false);
}

/** Whether a parameter stands alone and without brackets: `(error) =>` has room for a type, `error =>` has none. */
export function isBareParameter({ callback }: ErrorHandler, parameter: Node, text: string): boolean {
  return (
    callback?.type === 'ArrowFunctionExpression' &&
    callback.params.length === 1 &&
    !text.slice(callback.range[0], parameter.range[0]).includes('(')
  );
}
