import { findConstructions, isBuiltInConstruction, type ErrorConstruction } from '../causes/error-construction.ts';
import type { Failure } from '../causes/failure-channel.ts';
import type { Source } from '../source.ts';
import { isInvariantThrow } from './is-invariant-throw.ts';

/** Which errors say too little. */
export interface GenericErrorPolicy {
  /** Built-in classes that say nothing of the failure. */
  readonly generic: readonly string[];
  /** Whether errors that mark code which correct programs never reach are fine. */
  readonly allowUnreachable: boolean;
}

export const defaultGenericErrors: GenericErrorPolicy = { generic: ['Error'], allowUnreachable: true };

/** Finds the built-in errors that a failure may send where a class of the hierarchy would say what failed. */
export function findGenericErrors(source: Source, failure: Failure, policy: GenericErrorPolicy): ErrorConstruction[] {
  if (!failure.value) return [];
  return findConstructions(source, failure.value).filter(
    (construction) =>
      policy.generic.includes(construction.className) &&
      isBuiltInConstruction(source, construction) &&
      !(policy.allowUnreachable && isInvariantThrow(construction.node)),
  );
}
