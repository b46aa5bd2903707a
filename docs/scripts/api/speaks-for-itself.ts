import type { DeclarationReflection, ParameterReflection, SomeType } from 'typedoc';

/**
 * Tells whether a part needs no words beside its type: it is one fixed value, or its type is one of ours, which has a
 * docstring of its own. What is a number, a text or a function never says what it stands for.
 */
export function speaksForItself({ type }: DeclarationReflection | ParameterReflection): boolean {
  return type !== undefined && isTelling(type);
}

function isTelling(type: SomeType): boolean {
  switch (type.type) {
    case 'literal':
      return true;
    case 'reference':
      return type.reflection !== undefined;
    case 'array':
      return isTelling(type.elementType);
    case 'typeOperator':
      return isTelling(type.target);
    case 'union':
      return type.types.every((part) => isTelling(part) || isUndefined(part));
    default:
      return false;
  }
}

function isUndefined(type: SomeType): boolean {
  return type.type === 'intrinsic' && type.name === 'undefined';
}
