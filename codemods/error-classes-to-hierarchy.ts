import { ts } from 'ts-morph';
import { isGenerated } from './engine/discover/generated.ts';
import type { Change, Leftover, Plan } from './engine/edit/change.ts';
import { chooseBase } from './error-classes/choose-base.ts';
import { findThrownMessages, readEvidence } from './error-classes/class-evidence.ts';
import { findErrorClasses, type ErrorClass } from './error-classes/error-class.ts';
import { findMisfits, type PlannedClass } from './error-classes/find-misfits.ts';
import { createHierarchy } from './error-classes/hierarchy.ts';
import { createLibraryExports } from './error-classes/library-exports.ts';
import { leaveClass, planClass } from './error-classes/plan-class.ts';
import type { NewTypeError } from './typed/new-type-errors.ts';
import type { ProjectPlan, TypedCodemod, TypedProject } from './typed/typed-codemod.ts';

/** Puts hand-written error classes under the hierarchy; only the root of a chain of classes changes. */
export const errorClassesToHierarchy: TypedCodemod = {
  name: 'error-classes-to-hierarchy',
  kind: 'typed',
  description:
    'Lets classes that extend `Error` extend a class of the hierarchy, with all that they have of their own.',
  rules: ['error-class-definition'],
  needles: /\bextends\s+(?:globalThis\s*\.\s*)?Error\b/,
  plan: planProject,
};

function planProject(typed: TypedProject): ProjectPlan {
  const planClassOf = createPlanner(typed);
  const planned: PlannedClass[] = [];
  const left: { readonly path: string; readonly leftover: Leftover }[] = [];
  for (const errorClass of [...typed.files].flatMap((path) => findErrorClasses(typed.project, path))) {
    const result = planClassOf(errorClass);
    if (result && 'edits' in result) planned.push({ errorClass, change: result });
    else if (result) left.push({ path: errorClass.path, leftover: result });
  }
  const misfits = findMisfits(typed, planned);
  for (const [errorClass, error] of misfits)
    left.push({
      path: errorClass.path,
      leftover: leaveClass(errorClass, 'type-conflict', describeConflict(errorClass, error)),
    });
  const plans = [...typed.files].map((path): [string, Plan] => [
    path,
    {
      changes: planned
        .filter(({ errorClass }) => errorClass.path === path && !misfits.has(errorClass))
        .map(({ change }) => change),
      leftovers: left.filter((other) => other.path === path).map(({ leftover }) => leftover),
    },
  ]);
  return { files: new Map(plans.filter(([, { changes, leftovers }]) => changes.length + leftovers.length > 0)) };
}

/** Plans class by class, with what is the same for all of them found once. */
function createPlanner(typed: TypedProject): (errorClass: ErrorClass) => Change | Leftover | undefined {
  const { project, settings } = typed;
  const extended = findExtendedNames(typed);
  const hierarchy = createHierarchy(project, typed.errorModule);
  const library = createLibraryExports(project);
  const options = project.getCompilerOptions();
  return (errorClass) => {
    const { name, path } = errorClass;
    const file = typed.getFile(path);
    if (!file) return undefined;
    const obstacle = findObstacle(errorClass, file.source.text, options);
    if (obstacle) return leaveClass(errorClass, ...obstacle);
    const isExtended = extended.has(name);
    const surroundings = { name, isExtended, findMessages: () => findThrownMessages(project, name) };
    const base = chooseBase(readEvidence(errorClass), surroundings, settings.catalog);
    if (!base) return undefined;
    return planClass(errorClass, base, {
      file,
      hierarchy,
      isTyped: !/\.[cm]?jsx?$/.test(path),
      needsOverride: options.noImplicitOverride === true,
      isExtended,
      isPublic: library.has(errorClass),
    });
  };
}

/** TypeScript's number for a call with too few or too many arguments. */
const wrongArguments = 2554;

function describeConflict({ name }: ErrorClass, { code, message }: NewTypeError): string {
  if (code === wrongArguments)
    return `Errors of \`${name}\` are made without a message, which classes of the hierarchy want: give it a constructor with one.`;
  const said = message.length > 200 ? `${message.slice(0, 199)}…` : message;
  return `Under a class of the hierarchy \`${name}\` would not type-check: ${said} Rename what clashes, or re-parent it by hand.`;
}

/** Every name that stands behind `extends` somewhere in the project. */
function findExtendedNames({ project }: TypedProject): ReadonlySet<string> {
  const names = project
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile())
    .flatMap((file) => [...file.compilerNode.text.matchAll(/\bextends\s+(?:\w+\.)*([\w$]+)/g)])
    .map(([, name = '']) => name);
  return new Set(names);
}

function findObstacle(
  { name }: ErrorClass,
  text: string,
  { target }: ts.CompilerOptions,
): [kind: string, reason: string] | undefined {
  if (isGenerated(text)) return ['generated', `A generator wrote \`${name}\`: change what it is generated from.`];
  if (target === undefined || target > ts.ScriptTarget.ES5) return undefined;
  return [
    'es5-target',
    `\`${name}\` is compiled to ES5, where no class can extend a native one: raise \`target\` to es2015 or later first.`,
  ];
}
