import type { Node } from '../source.ts';

/** What can be wrong with the definition of an error class. */
export const classChecks = [
  'name',
  'super',
  'message',
  'shadowing',
  'cause',
  'prototype',
  'suffix',
  'empty',
  'cause-slot',
  'base',
  'code',
] as const;

export type ClassCheck = (typeof classChecks)[number];

export type ClassFaultKind =
  | 'unnamed'
  | 'misnamed'
  | 'inheritedName'
  | 'anonymous'
  | 'minifiedName'
  | 'fixedName'
  | 'noSuper'
  | 'messageDropped'
  | 'messageAssigned'
  | 'messageRepeated'
  | 'shadowed'
  | 'causeDropped'
  | 'noCauseSlot'
  | 'otherPrototype'
  | 'basePrototype'
  | 'suffix'
  | 'builtInBase'
  | 'noCode'
  | 'wrongCode';

/** One fault of one class. */
export interface ClassFault {
  readonly kind: ClassFaultKind;
  readonly node: Node;
  /** What the message names beside the class. */
  readonly detail?: string;
}
