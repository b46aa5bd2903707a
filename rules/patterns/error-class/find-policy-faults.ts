import { getPropertyName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import type { ClassCheck, ClassFault } from './class-fault.ts';
import type { ClassNode, ErrorClass } from './error-class.ts';
import { definesProperty, findAssignments } from './members.ts';

/** How a team wants its error classes. */
export interface ClassPolicy {
  readonly checks: readonly ClassCheck[];
  readonly nameStyle: 'any' | 'literal' | 'new-target';
  readonly codePattern: RegExp;
  /** The classes of the catalogue, which may extend a class of the language. */
  readonly hierarchy: ReadonlySet<string>;
}

export function findSuffixFault({ node, name }: ErrorClass): ClassFault | undefined {
  if (name === undefined || /^_?[A-Z$].*(?:Errors?|Exceptions?)\d*$/.test(name)) return undefined;
  return { kind: 'suffix', node: node.id ?? node };
}

export function findBaseFault({ node, name, base }: ErrorClass, policy: ClassPolicy): ClassFault | undefined {
  if (base.kind !== 'built-in' || !node.superClass || (name !== undefined && policy.hierarchy.has(name)))
    return undefined;
  return { kind: 'builtInBase', node: node.superClass, detail: base.name };
}

export function findCodeFault(source: Source, { node }: ErrorClass, policy: ClassPolicy): ClassFault | undefined {
  const code = getCode(source, node);
  if (code !== undefined)
    return policy.codePattern.test(code.value) ? undefined : { kind: 'wrongCode', node: code.node, detail: code.value };
  if (definesProperty(source, node, 'code') || (node.type === 'ClassDeclaration' && node.abstract)) return undefined;
  return { kind: 'noCode', node: node.id ?? node };
}

interface Code {
  readonly value: string;
  readonly node: Node;
}

/** The code that a class is known by, as far as it is text: a field, static or not, or an assignment in the constructor. */
function getCode(source: Source, node: ClassNode): Code | undefined {
  const field = node.body.body.find(
    (member) => member.type === 'PropertyDefinition' && getPropertyName(member) === 'code',
  );
  const value =
    (field?.type === 'PropertyDefinition' && field.value) || findAssignments(source, node, 'code').at(-1)?.right;
  const inner = value && unwrapExpression(value);
  return value && inner?.type === 'Literal' && typeof inner.value === 'string'
    ? { value: inner.value, node: value }
    : undefined;
}
