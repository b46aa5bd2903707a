import {
  type DeclarationReflection,
  type ParameterReflection,
  type ProjectReflection,
  ReferenceReflection,
  ReflectionKind,
  type SignatureReflection,
} from 'typedoc';
import { describedElsewhere } from './create-application.ts';
import { lacksUnit } from './lacks-unit.ts';
import { type Documented, locate } from './locate.ts';
import { speaksForItself } from './speaks-for-itself.ts';

/** Lists what is exported and not explained, each with its name, its file and its line. */
export function findUndocumented(project: ProjectReflection): string[] {
  const problems = new Set<string>();
  const report = (part: Documented, problem: string): void => {
    problems.add(`${locate(part)} ${part.getFriendlyFullName().replaceAll('__type.', '')} ${problem}`);
  };

  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    if (!module.hasComment()) report(module, 'has no docstring with `@module` at its top');
    for (const exported of module.children ?? []) checkExport(exported, report);
  }
  return [...problems].sort();
}

type Report = (part: Documented, problem: string) => void;

function checkExport(exported: DeclarationReflection, report: Report): void {
  if (exported instanceof ReferenceReflection) return;
  if (!isDescribed(exported)) report(exported, 'has no docstring');
  if (!exported.comment?.hasModifier(describedElsewhere)) checkParts(exported, report);
}

/** Checks what a declaration consists of: its members, its signatures and their parameters. */
function checkParts(declaration: DeclarationReflection, report: Report): void {
  for (const member of listMembers(declaration)) {
    checkPart(member, report);
    checkParts(member, report);
  }
  for (const signature of listSignatures(declaration)) {
    for (const parameter of signature.parameters ?? []) {
      checkPart(parameter, report);
      for (const option of listMembers(parameter)) checkPart(option, report);
    }
  }
}

function checkPart(part: DeclarationReflection | ParameterReflection, report: Report): void {
  // Nobody has written an implicit constructor.
  if (part.isDeclaration() && (part.inheritedFrom || !part.sources)) return;
  if (!isDescribed(part) && !speaksForItself(part)) report(part, 'has no description');
  else if (lacksUnit(part)) report(part, 'is a time without a unit, such as milliseconds');
}

function listMembers(part: DeclarationReflection | ParameterReflection): readonly DeclarationReflection[] {
  const own = part.isDeclaration() ? (part.children ?? []) : [];
  const ofType = part.type?.type === 'reflection' ? (part.type.declaration.children ?? []) : [];
  return [...own, ...ofType];
}

/** Those of a function, a method or an alias of a function; what a property calls is explained by the property. */
function listSignatures(declaration: DeclarationReflection): readonly SignatureReflection[] {
  const { type } = declaration;
  const isAlias = declaration.kindOf(ReflectionKind.TypeAlias) && type?.type === 'reflection';
  return isAlias ? type.declaration.getNonIndexSignatures() : declaration.getNonIndexSignatures();
}

function isDescribed(part: Documented): boolean {
  if (part.hasComment()) return true;
  return part.isDeclaration() && part.getAllSignatures().some((signature) => signature.hasComment());
}
