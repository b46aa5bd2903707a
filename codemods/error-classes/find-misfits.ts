import type { Change } from '../engine/edit/change.ts';
import { findNewTypeErrors, type NewTypeError } from '../typed/new-type-errors.ts';
import type { TypedProject } from '../typed/typed-codemod.ts';
import type { ErrorClass } from './error-class.ts';

/** A class with the change that is planned for it. */
export interface PlannedClass {
  readonly errorClass: ErrorClass;
  readonly change: Change;
}

/** Finds the classes whose change would lead to a type error, in the class itself or where it is used. */
export function findMisfits(
  typed: TypedProject,
  planned: readonly PlannedClass[],
): ReadonlyMap<ErrorClass, NewTypeError> {
  // Without the hierarchy every change would be an error of its own; what it leads to stays unknown.
  if (planned.length === 0 || typed.errorModule === undefined) return new Map();
  const changes = new Map<string, Change[]>();
  for (const { errorClass, change } of planned)
    changes.set(errorClass.path, [...(changes.get(errorClass.path) ?? []), change]);
  const classes = planned.map(({ errorClass }) => errorClass);
  const misfits = new Map<ErrorClass, NewTypeError>();
  for (const error of findNewTypeErrors(typed, changes, { witnesses: findWitnesses(typed, classes) })) {
    for (const culprit of findCulprits(typed, error, classes)) misfits.set(culprit, error);
  }
  return misfits;
}

/** Files that mention a class. */
function findWitnesses({ project }: TypedProject, classes: readonly ErrorClass[]): ReadonlySet<string> {
  const files = project.getSourceFiles().filter((file) => !file.isDeclarationFile());
  return new Set(files.filter((file) => mentions(file.compilerNode.text, classes)).map((file) => file.getFilePath()));
}

/** The class that an error is in; else those that its line or its message mentions; else those that its file mentions. */
function findCulprits(typed: TypedProject, error: NewTypeError, classes: readonly ErrorClass[]): readonly ErrorClass[] {
  const { path, offset, message } = error;
  const around = classes.filter(
    (candidate) => candidate.path === path && candidate.node.getStart() <= offset && offset < candidate.node.getEnd(),
  );
  if (around.length > 0) return around;
  const text = typed.project.getSourceFile(path)?.getFullText() ?? '';
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset) >>> 0);
  const near = classes.filter((candidate) => mentions(`${line}\n${message}`, [candidate]));
  return near.length > 0 ? near : classes.filter((candidate) => mentions(text, [candidate]));
}

function mentions(text: string, classes: readonly ErrorClass[]): boolean {
  return classes.some(({ name }) => text.includes(name));
}
