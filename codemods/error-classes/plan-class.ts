import type { Change, Leftover } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { addNames } from './add-name.ts';
import type { BaseChoice } from './choose-base.ts';
import type { ErrorClass } from './error-class.ts';
import type { Hierarchy } from './hierarchy.ts';
import { addOverrideModifiers } from './override-modifiers.ts';
import { removeRedundantStatements } from './redundant-statements.ts';
import { adaptSuperCalls } from './super-calls.ts';

export interface ClassContext {
  readonly file: SyntaxFile;
  readonly hierarchy: Hierarchy;
  /** Whether the file is TypeScript. */
  readonly isTyped: boolean;
  /** Whether the compiler wants members that override to say so. */
  readonly needsOverride: boolean;
  /** Whether other classes extend it. */
  readonly isExtended: boolean;
  /** Whether users of a published package may know it. */
  readonly isPublic: boolean;
}

/** Plans to put a class under one of the hierarchy; what it has of its own stays. */
export function planClass(
  errorClass: ErrorClass,
  { entry, confidence, why }: BaseChoice,
  context: ClassContext,
): Change {
  const { name, parent } = errorClass;
  const { file, hierarchy, isTyped, needsOverride, isExtended, isPublic } = context;
  const request = file.imports.request(file.settings.errorModule, entry.name);
  const members = hierarchy.getMembers(entry.name);
  const risk = findRisk(isPublic, members !== undefined, file.settings.errorModule);
  return {
    kind: 're-parent',
    ...getSite(errorClass),
    applicability: risk === undefined ? 'safe' : 'unsafe',
    confidence,
    reason: `\`${name}\` extends \`Error\` directly; \`${entry.name}\` fits: ${why}${risk === undefined ? '' : `, but ${risk}`}.`,
    edits: [
      { start: parent.getStart(), end: parent.getEnd(), text: request.local },
      ...addNames(errorClass, file.style, isTyped),
      ...adaptSuperCalls(errorClass, file.style),
      ...removeRedundantStatements(errorClass, { baseName: entry.name, isExtended }),
      ...(isTyped && needsOverride && members ? addOverrideModifiers(errorClass, members) : []),
    ],
    imports: [request],
    releases: [],
  };
}

function findRisk(isPublic: boolean, isKnown: boolean, errorModule: string): string | undefined {
  if (isPublic) return 'the package exports it, so its users would get the new base with it';
  return isKnown ? undefined : `\`${errorModule}\` is not installed, so nothing tells whether the two fit together`;
}

/** Lists a class that stays as it is. */
export function leaveClass(errorClass: ErrorClass, kind: string, reason: string): Leftover {
  return { kind, ...getSite(errorClass), reason };
}

/** The head of the class: from its keyword to what it extends. */
function getSite({ node, parent }: ErrorClass): { readonly start: number; readonly end: number } {
  return { start: node.getStart(), end: parent.getEnd() };
}
