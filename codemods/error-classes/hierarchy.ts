import type { Project } from 'ts-morph';

/** The classes of the hierarchy as the checker knows them. */
export interface Hierarchy {
  /** Names of what instances of a class have, with all that it inherits; undefined for a class that is not there. */
  readonly getMembers: (className: string) => ReadonlySet<string> | undefined;
}

/** Reads the module of the hierarchy once it is asked. */
export function createHierarchy(project: Project, errorModule: string | undefined): Hierarchy {
  const file = errorModule === undefined ? undefined : project.getSourceFile(errorModule);
  const members = new Map<string, ReadonlySet<string> | undefined>();
  const read = (className: string): ReadonlySet<string> | undefined => {
    const [declaration] = file?.getExportedDeclarations().get(className) ?? [];
    return (
      declaration &&
      new Set(
        declaration
          .getType()
          .getProperties()
          .map((property) => property.getName()),
      )
    );
  };
  return {
    getMembers: (className) => {
      if (!members.has(className)) members.set(className, read(className));
      return members.get(className);
    },
  };
}
