import type { TSESTree } from '@typescript-eslint/types';
import { getErrorConstruction, isBuiltInConstruction } from 'eslint-plugin-octollm/patterns';
import { findShape } from '../causes/find-shape.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { certain, doubtful, likely, type Reception } from './reception.ts';

/** Tells whether `{ cause: e }` compiles where it stands; undefined where it is no options of an error. */
export function receiveAsCause(file: SyntaxFile, options: TSESTree.ObjectExpression): Reception | undefined {
  const { parent } = options;
  const construction = getErrorConstruction(parent);
  if (parent.type !== 'NewExpression' && parent.type !== 'CallExpression') return undefined;
  if (construction?.node !== parent || construction.isFactory) return undefined;
  if (isBuiltInConstruction(file.source, construction)) return certain;
  const shape = findShape(file, construction);
  // Options with a `cause` take any value; what the file does not show most likely does so, too.
  if (!shape) return likely;
  const isTaken = parent.arguments.findIndex((given) => given === options) === shape.optionsPosition;
  return isTaken ? certain : doubtful(`is the cause of \`${construction.className}\`, which does not take \`unknown\``);
}
