import { getImportedName, unwrapExpression, type ErrorConstruction } from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import type { ConstructorShape } from '../engine/transform/project-questions.ts';
import { readLocalConstructor } from './local-constructor.ts';

/** All classes of the runtime take their message first and options behind it. */
const ofRuntime: ConstructorShape = { optionsPosition: 1, causePosition: null, maximumArguments: 2 };

/** Finds where the class of a construction takes its cause: as the project says, else as the file does. */
export function findShape(
  { source, project }: SyntaxFile,
  { node }: Pick<ErrorConstruction, 'node'>,
): ConstructorShape | undefined {
  const callee = unwrapExpression(node.callee);
  if (getImportedName(source, callee)?.startsWith('@octollm/errors.')) return ofRuntime;
  if (callee.type !== 'Identifier') return undefined;
  return project.getConstructorShape(callee.name) ?? readLocalConstructor(source, callee, project);
}
