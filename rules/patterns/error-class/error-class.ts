import type { TSESTree } from '@typescript-eslint/utils';
import { builtInErrors } from '../causes/error-construction.ts';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { onceAFile } from '../once-a-file.ts';
import { onceForEach } from '../once-for-each.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue, isGlobal } from '../variables.ts';

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** What an error class extends: a class of the language, another class of the file, or one whose body the file does not show. */
export type ErrorBase =
  | { readonly kind: 'built-in'; readonly name: string }
  | { readonly kind: 'local'; readonly errorClass: ErrorClass }
  | { readonly kind: 'foreign'; readonly name: string };

export interface ErrorClass {
  readonly node: ClassNode;
  /** Its own name or that of the variable that holds it; undefined for other anonymous classes. */
  readonly name: string | undefined;
  readonly base: ErrorBase;
}

const errorName = /(?:Error|Exception)\d*$/;
const deepest = 10;

/** Reads a class as an error class, or undefined when nothing says that it is one. */
export function getErrorClass(source: Source, node: ClassNode, depth = 0): ErrorClass | undefined {
  if (!node.superClass || depth > deepest) return undefined;
  const base = getBase(source, unwrapExpression(node.superClass), depth);
  return base && { node, name: getClassName(node), base };
}

function getBase(source: Source, node: Node, depth: number): ErrorBase | undefined {
  const dotted = getDottedName(node);
  const name = getLastName(dotted);
  if (node.type === 'MemberExpression') {
    const isBuiltIn = /^(?:globalThis|window|self|global)\.\w+$/.test(dotted) && builtInErrors.has(name);
    if (isBuiltIn) return { kind: 'built-in', name };
    return errorName.test(name) ? { kind: 'foreign', name: dotted } : undefined;
  }
  if (node.type !== 'Identifier') return undefined;
  // Where the file gives such a name to something of its own, nothing is known of it.
  if (builtInErrors.has(name)) return isGlobal(source, node) ? { kind: 'built-in', name } : undefined;
  const isNamedForIt = errorName.test(name);
  if (!isNamedForIt && !mayDefineErrors(source)) return undefined;
  const local = findClass(source, node);
  if (local) {
    const errorClass = getErrorClass(source, local, depth + 1);
    return errorClass && { kind: 'local', errorClass };
  }
  return isNamedForIt ? { kind: 'foreign', name } : undefined;
}

/** Whether the text of a file shows a class that may be an error class under another name; most files need no look at their scopes. */
export const mayDefineErrors: (source: Source) => boolean = onceAFile(({ text }) =>
  /\bextends\b[^{}]{0,200}(?:Error|Exception)/.test(text),
);

/** The class of this file that an identifier names. */
export function findClass(source: Source, identifier: TSESTree.Identifier): ClassNode | undefined {
  const variable = findVariable(source, identifier);
  const definition = variable?.defs[0];
  if (!variable || !definition) return undefined;
  if (isClass(definition.node)) return definition.node;
  const value = getOnlyValue(variable);
  const inner = value && unwrapExpression(value);
  return inner && isClass(inner) ? inner : undefined;
}

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

function getClassName(node: ClassNode): string | undefined {
  if (node.id) return node.id.name;
  const { parent } = node;
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
}

/** The class and those of the file that it descends from, itself first. */
export function getLineage(errorClass: ErrorClass): readonly ErrorClass[] {
  const { base } = errorClass;
  return base.kind === 'local' ? [errorClass, ...getLineage(base.errorClass)] : [errorClass];
}

/** What the oldest class of the file extends. */
export function getRoot(errorClass: ErrorClass): Exclude<ErrorBase, { kind: 'local' }> {
  const { base } = errorClass;
  return base.kind === 'local' ? getRoot(base.errorClass) : base;
}

/** The constructor that has a body; a class of declarations only has none. */
export const getConstructor: (node: ClassNode) => TSESTree.FunctionExpression | undefined = onceForEach((node) => {
  for (const member of node.body.body)
    if (
      member.type === 'MethodDefinition' &&
      member.kind === 'constructor' &&
      member.value.type === 'FunctionExpression'
    )
      return member.value;
  return undefined;
});

/** Whether a class only tells the compiler of another: it is ambient, or its constructor has no body. */
export function isDeclaredOnly(node: ClassNode): boolean {
  if (node.declare) return true;
  return node.body.body.some(isConstructor) && getConstructor(node) === undefined;
}

function isConstructor(member: TSESTree.ClassElement): boolean {
  return member.type === 'MethodDefinition' && member.kind === 'constructor';
}
