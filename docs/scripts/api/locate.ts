import type {
  DeclarationReflection,
  ParameterReflection,
  ProjectReflection,
  Reflection,
  SignatureReflection,
} from 'typedoc';

/** Whatever can have a docstring, or a line in one. */
export type Documented = DeclarationReflection | ParameterReflection | SignatureReflection;

/** The file and the line of a declaration, or of that around it; empty for what nobody has written. */
export function locate(part: Documented): string {
  for (let around: Reflection | undefined = part; around; around = around.parent) {
    const [source] = (around.isDeclaration() || around.isSignature() ? around.sources : undefined) ?? [];
    if (source) return `${source.fileName}:${source.line}`;
  }
  return '';
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
