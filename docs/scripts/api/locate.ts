import type { DeclarationReflection, ParameterReflection, ProjectReflection, SignatureReflection } from 'typedoc';

/** Whatever can have a docstring, or a line in one. */
export type Documented = DeclarationReflection | ParameterReflection | SignatureReflection;

/** The file and the line of a declaration; empty for what nobody has written, such as an implicit constructor. */
export function locate(part: Documented): string {
  const [source] = (part.isParameter() ? part.parent?.sources : part.sources) ?? [];
  return source ? `${source.fileName}:${source.line}` : '';
}

/** A warning of TypeDoc with the place of the declaration that it names, unless it tells the place itself. */
export function addPlace(warning: string, project: ProjectReflection): string {
  if (/^\S+:\d+ /.test(warning)) return warning;
  const named = Object.values(project.reflections)
    .filter((part) => part.isDeclaration() || part.isSignature() || part.isParameter())
    .filter((part) => warning.includes(part.getFriendlyFullName()) && locate(part) !== '')
    .reduce<Documented | undefined>((best, part) => (best && isLonger(best, part) ? best : part), undefined);
  return named ? `${locate(named)} ${warning}` : warning;
}

function isLonger(one: Documented, other: Documented): boolean {
  return one.getFriendlyFullName().length >= other.getFriendlyFullName().length;
}
