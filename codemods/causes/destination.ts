import { isBuiltInConstruction, isTypeScriptFile, type ErrorConstruction } from 'eslint-plugin-octollm/patterns';
import type { Applicability } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { findShape } from './find-shape.ts';

/** Where a construction takes its cause. */
export interface Destination {
  /** Position of the argument. */
  readonly position: number;
  /** Whether the argument is an object that holds the cause, or the cause itself. */
  readonly isOptions: boolean;
  readonly applicability: Applicability;
}

/** Why a construction gets no cause, and what a person can do. */
export interface Refusal {
  readonly kind: string;
  readonly reason: string;
}

/** Finds where a construction takes its cause. */
export function findDestination(file: SyntaxFile, construction: ErrorConstruction): Destination | Refusal {
  const { className, isFactory } = construction;
  if (isFactory)
    return { kind: 'factory', reason: `\`${className}\` makes the error: let it take the cause and hand it on.` };
  if (isBuiltInConstruction(file.source, construction)) return findBuiltInDestination(file, className);
  const shape = findShape(file, construction);
  if (!shape)
    return {
      kind: 'unknown-class',
      reason: `The file does not tell where \`${className}\` takes its cause: pass it on by hand.`,
    };
  const { optionsPosition, causePosition } = shape;
  if (optionsPosition !== null) return { position: optionsPosition, isOptions: true, applicability: 'safe' };
  if (causePosition !== null) return { position: causePosition, isOptions: false, applicability: 'safe' };
  return {
    kind: 'takes-no-cause',
    reason: `\`${className}\` takes no caught value: give its constructor options with \`cause?: unknown\`, and hand them to \`super\`.`,
  };
}

function findBuiltInDestination({ path, project }: SyntaxFile, className: string): Destination | Refusal {
  if (className === 'SuppressedError')
    return { kind: 'takes-no-cause', reason: '`SuppressedError` takes no cause: give it the error itself.' };
  const accepts = project.acceptsErrorOptions();
  if (accepts === false)
    return {
      kind: 'no-options',
      reason: 'Built-in errors take no cause here: raise `lib` to `es2022` or later first.',
    };
  // Nobody checks the arguments in plain JavaScript; elsewhere an older `lib` may.
  const isKnown = accepts === true || !isTypeScriptFile(path);
  return {
    position: className === 'AggregateError' ? 2 : 1,
    isOptions: true,
    applicability: isKnown ? 'safe' : 'unsafe',
  };
}
