import type { Source } from '../source.ts';
import { findDroppedCause } from './cause-parameter.ts';
import type { ClassCheck, ClassFault } from './class-fault.ts';
import { getConstructor, type ErrorClass } from './error-class.ts';
import { findBaseFault, findCodeFault, findSuffixFault, type ClassPolicy } from './find-policy-faults.ts';
import { findMessageFaults, findShadowedFields, findSuperFault, takesNoCause } from './find-constructor-faults.ts';
import { findNameFault } from './find-name-fault.ts';
import { findPrototypeFault } from './find-prototype-fault.ts';

/** What looks for a fault of each kind; `empty` widens what `name` looks at. */
const finders: Readonly<
  Record<
    Exclude<ClassCheck, 'empty'>,
    (source: Source, errorClass: ErrorClass, policy: ClassPolicy) => readonly ClassFault[]
  >
> = {
  name: (source, errorClass, policy) => toList(findNameFault(source, errorClass, policy)),
  super: (source, errorClass) => toList(findSuperFault(source, errorClass)),
  message: findMessageFaults,
  shadowing: findShadowedFields,
  cause: (source, { node }) => {
    const dropped = findDroppedCause(source, node);
    return dropped ? [{ kind: 'causeDropped', node: dropped.node, detail: dropped.name }] : [];
  },
  prototype: (source, errorClass) => toList(findPrototypeFault(source, errorClass)),
  suffix: (_, errorClass) => toList(findSuffixFault(errorClass)),
  'cause-slot': (source, errorClass) =>
    takesNoCause(source, errorClass)
      ? [{ kind: 'noCauseSlot', node: getConstructor(errorClass.node) ?? errorClass.node }]
      : [],
  base: (_, errorClass, policy) => toList(findBaseFault(errorClass, policy)),
  code: (source, errorClass, policy) => toList(findCodeFault(source, errorClass, policy)),
};

/** Finds what is wrong with the definition of an error class, as far as the checks of a policy look, in the order of the text. */
export function findFaults(source: Source, errorClass: ErrorClass, policy: ClassPolicy): ClassFault[] {
  const found: ClassFault[] = [];
  for (const check of policy.checks) if (check !== 'empty') found.push(...finders[check](source, errorClass, policy));
  return found.sort((first, second) => first.node.range[0] - second.node.range[0]);
}

function toList(fault: ClassFault | undefined): readonly ClassFault[] {
  return fault ? [fault] : [];
}
