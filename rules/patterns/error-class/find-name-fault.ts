import { builtInErrors } from '../causes/error-construction.ts';
import type { Source } from '../source.ts';
import { findVariableByName } from '../variables.ts';
import type { ClassFault } from './class-fault.ts';
import { isClass, type ClassNode, type ErrorClass } from './error-class.ts';
import type { ClassPolicy } from './find-policy-faults.ts';
import { getNameSource } from './name-source.ts';

/** Finds why the errors of a class go by another name than the class, or by a name that a minifier changes. */
export function findNameFault(source: Source, errorClass: ErrorClass, policy: ClassPolicy): ClassFault | undefined {
  const { node, name } = errorClass;
  const found = getNameSource(source, errorClass);
  const isOfClass = found.kind === 'literal' && found.owner.node === node;
  if (found.kind === 'literal' && isOfClass) {
    if (policy.nameStyle === 'new-target') return { kind: 'fixedName', node: found.node };
    const isWrong = name !== undefined && isOtherName(source, node, name, found.value, policy);
    return isWrong ? { kind: 'misnamed', node: found.node, detail: found.value } : undefined;
  }
  if (found.kind === 'class' && policy.nameStyle === 'literal') return { kind: 'minifiedName', node: found.node };
  if (found.kind !== 'built-in' && found.kind !== 'literal') return undefined;
  if (node.type === 'ClassDeclaration' && node.abstract) return undefined;
  // `class GoneError extends Error {}` is a marker; whether it needs a name is a matter of taste.
  if (node.body.body.length === 0 && !policy.checks.includes('empty')) return undefined;
  if (name === undefined)
    return node.parent.type === 'ExportDefaultDeclaration' ? { kind: 'anonymous', node } : undefined;
  return found.kind === 'literal'
    ? { kind: 'inheritedName', node: node.id ?? node, detail: found.value }
    : { kind: 'unnamed', node: node.id ?? node };
}

function isOtherName(source: Source, node: ClassNode, name: string, value: string, policy: ClassPolicy): boolean {
  if (value === name) return false;
  if (policy.nameStyle === 'literal') return true;
  // `class AcmeTimeoutError { name = 'TimeoutError' }` stands in for the other on purpose.
  if (errorName.test(value) && name.toLowerCase().includes(value.toLowerCase())) return false;
  // `name = 'Nested "use cache"'` is a title for readers, `name = 'ɵNotFound'` a mark; nobody took either for the class.
  if (!/^[A-Za-z_$][\w$]*$/.test(value)) return false;
  // Copied from its neighbour, mistyped, or no name of an error at all; anything else may be a name for the outside.
  return (
    builtInErrors.has(value) ||
    isClassOfFile(source, node, value) ||
    isMistyped(name, value) ||
    (errorName.test(name) && !errorName.test(value))
  );
}

/** Whether two names differ inside by one slip of the hand: a letter too many, too few or wrong, or two that changed places. */
function isMistyped(name: string, value: string): boolean {
  let [start, end] = [0, 0];
  while (name[start] !== undefined && name[start] === value[start]) start += 1;
  while (end < Math.min(name.length, value.length) - start && name.at(-1 - end) === value.at(-1 - end)) end += 1;
  const [meant, written] = [name.slice(start, name.length - end), value.slice(start, value.length - end)];
  if (start === 0 || end === 0) return false;
  return /^[a-z]?,[a-z]?$/.test(`${meant},${written}`) || /^([a-z])([a-z]),\2\1$/.test(`${meant},${written}`);
}

const errorName = /(?:error|exception|failure|fault|abort|cancel)/i;

function isClassOfFile(source: Source, place: ClassNode, name: string): boolean {
  const definition = /^[A-Za-z_$][\w$]*$/.test(name) ? findVariableByName(source, place, name)?.defs[0] : undefined;
  return definition !== undefined && isClass(definition.node);
}
