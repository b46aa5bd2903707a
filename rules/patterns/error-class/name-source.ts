import { getDottedName, getPropertyName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariableByName } from '../variables.ts';
import type { ErrorClass } from './error-class.ts';
import {
  findAssignments,
  findCallsWithThis,
  findMember,
  findParameterProperty,
  hasStaticSetup,
  mayDefine,
} from './members.ts';

/** Where the `name` of an error comes from. */
export type NameSource =
  /** Text: `name = 'GoneError'`. */
  | { readonly kind: 'literal'; readonly value: string; readonly node: Node; readonly owner: ErrorClass }
  /** The class at run time, which a minifier renames: `new.target.name`, `this.constructor.name`. */
  | { readonly kind: 'class'; readonly node: Node }
  /** Something that the text does not show. */
  | { readonly kind: 'unknown' }
  /** Nothing but `Error.prototype.name`, or that of another class of the language. */
  | { readonly kind: 'built-in' };

const unknown: NameSource = { kind: 'unknown' };

/** Finds where the `name` of a class's errors comes from, in the class itself or in those of the file that it extends. */
export function getNameSource(source: Source, errorClass: ErrorClass): NameSource {
  const own = getOwnName(source, errorClass);
  if (own) return own;
  const { base } = errorClass;
  if (base.kind === 'local') return getNameSource(source, base.errorClass);
  return base.kind === 'built-in' ? { kind: 'built-in' } : unknown;
}

function getOwnName(source: Source, errorClass: ErrorClass): NameSource | undefined {
  const { node } = errorClass;
  const assigned = findAssignments(source, node, 'name').at(-1);
  if (assigned) return readName(assigned.right, errorClass);
  const member = findMember(node, 'name');
  if (member?.type === 'PropertyDefinition' && member.value) return readName(member.value, errorClass);
  // A field without a value only tells the compiler of a type.
  if (member && member.type !== 'PropertyDefinition') return unknown;
  if (findParameterProperty(node, 'name') || hasStaticSetup(source, node)) return unknown;
  if (findCallsWithThis(source, node).some((call) => mayDefine(call, 'name'))) return unknown;
  return isNamedFromOutside(source, errorClass) ? unknown : undefined;
}

function readName(value: Node, owner: ErrorClass): NameSource {
  const inner = unwrapExpression(value);
  if (inner.type === 'Literal' && typeof inner.value === 'string')
    return { kind: 'literal', value: inner.value, node: value, owner };
  if (/^(?:new\.target|this\.constructor)\.name$/.test(getDottedName(inner))) return { kind: 'class', node: value };
  return unknown;
}

/** `GoneError.prototype.name = 'GoneError'` and `Object.defineProperty(GoneError.prototype, …)` */
function isNamedFromOutside(source: Source, { node, name }: ErrorClass): boolean {
  // The class body has a variable of that name for itself; the one outside is that of the scope around it.
  const variable = name === undefined ? undefined : findVariableByName(source, node.parent, name);
  return (variable?.references ?? []).some(({ identifier }) => {
    const member = identifier.parent;
    if (member.type !== 'MemberExpression' || getPropertyName(member) !== 'prototype') return false;
    const use = member.parent;
    return (use.type === 'MemberExpression' && getPropertyName(use) === 'name') || use.type === 'CallExpression';
  });
}
