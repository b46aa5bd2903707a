import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import type { ClassFault } from './class-fault.ts';
import { getLineage, type ClassNode, type ErrorClass } from './error-class.ts';
import { findCallsWithThis } from './members.ts';

/**
 * Finds a prototype that a constructor sets by the name of another class, or that the constructor of its base sets back:
 * `instanceof` does not know such an error.
 */
export function findPrototypeFault(source: Source, errorClass: ErrorClass): ClassFault | undefined {
  const { node, name } = errorClass;
  if (name === undefined) return undefined;
  const own = findSetPrototype(source, node);
  if (own) {
    const isOwn = own.name === undefined || own.name === name || own.name === node.id?.name;
    return isOwn ? undefined : { kind: 'otherPrototype', node: own.node, detail: own.name ?? '' };
  }
  for (const { node: ancestor, name: ancestorName } of getLineage(errorClass).slice(1)) {
    const set = findSetPrototype(source, ancestor);
    if (set)
      return set.name === ancestorName && ancestorName
        ? { kind: 'basePrototype', node: node.id ?? node, detail: ancestorName }
        : undefined;
  }
  return undefined;
}

interface SetPrototype {
  /** What stands for the prototype: `GoneError.prototype`. */
  readonly node: Node;
  /** The class, when it is named. */
  readonly name: string | undefined;
}

/** `Object.setPrototypeOf(this, GoneError.prototype)` */
export function findSetPrototype(source: Source, node: ClassNode): SetPrototype | undefined {
  const call = findCallsWithThis(source, node).find((candidate) =>
    /^(?:Object|Reflect)\.setPrototypeOf$/.test(getDottedName(candidate.callee)),
  );
  const prototype = call?.arguments[1];
  return prototype && { node: prototype, name: getOwner(prototype) };
}

function getOwner(prototype: TSESTree.CallExpressionArgument): string | undefined {
  if (prototype.type !== 'MemberExpression' || getPropertyName(prototype) !== 'prototype') return undefined;
  return prototype.object.type === 'Identifier' ? prototype.object.name : undefined;
}
