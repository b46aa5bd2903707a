import { type DeclarationReflection, type ProjectReflection, ReflectionKind } from 'typedoc';

/** Leaves out what the pages do not tell: the places of declarations, and what a class inherits from its parent. */
export function trimProject(project: ProjectReflection): void {
  for (const reflection of Object.values(project.reflections)) {
    // They would change with every line that is added above them.
    if (reflection.isDeclaration() || reflection.isSignature()) delete reflection.sources;
    if (reflection.isDeclaration() && reflection.kindOf(ReflectionKind.Class)) leaveOutInherited(reflection, project);
  }
}

function leaveOutInherited(declaration: DeclarationReflection, project: ProjectReflection): void {
  const inherited = declaration.children?.filter((member) => member.inheritedFrom) ?? [];
  for (const member of inherited) project.removeReflection(member);
  if (!declaration.groups) return;
  for (const group of declaration.groups) {
    group.children = group.children.filter((member) => !member.isDeclaration() || !inherited.includes(member));
  }
  declaration.groups = declaration.groups.filter(({ children }) => children.length > 0);
}
