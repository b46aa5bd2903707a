import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';

type Node = TSESTree.Node;

const notChildren = new Set([
  'parent',
  'range',
  'loc',
  'typeAnnotation',
  'returnType',
  'typeArguments',
  'typeParameters',
]);

/** The nodes directly below a node, types left out; every parser of the dialect keeps children in own properties. */
export function getChildNodes(node: Node): Node[] {
  const children: Node[] = [];
  for (const key in node) {
    const value: unknown = node[key as keyof Node];
    // Most properties are text, numbers and flags.
    if (typeof value !== 'object' || value === null || notChildren.has(key)) continue;
    if (Array.isArray(value)) {
      for (const candidate of value) if (isNode(candidate)) children.push(candidate);
    } else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function isFunctionNode(node: Node): boolean {
  return (
    node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration'
  );
}

/** Calls `visit` for a node and everything below it that runs at the same time: nested functions are not entered. */
export function visitOwnNodes(root: Node, visit: (node: Node) => void): void {
  visit(root);
  for (const child of getChildNodes(root)) if (!isFunctionNode(child)) visitOwnNodes(child, visit);
}

/** The dotted names that an expression reads, whole chains only: `response.ok`, never `response` and `ok` apart. */
export function collectNames(root: Node): string[] {
  const names: string[] = [];
  const collect = (node: Node): void => {
    if (node.type === 'Identifier' || node.type === 'ThisExpression') {
      names.push(getDottedName(node));
      return;
    }
    if (node.type === 'MemberExpression') {
      names.push(getDottedName(node));
      // What a computed property or an inner call reads is part of the condition too.
      if (node.computed) collect(node.property);
      let object: Node = node.object;
      while (object.type === 'MemberExpression') object = object.object;
      if (object.type === 'CallExpression') object.arguments.forEach(collect);
      return;
    }
    if (node.type === 'Property') {
      collect(node.value);
      return;
    }
    for (const child of getChildNodes(node)) if (!isFunctionNode(child)) collect(child);
  };
  collect(root);
  return [...new Set(names)];
}

/** The dotted names of the calls in a piece of code, outermost first; a constructor counts as a call. */
export function collectCallees(root: Node): string[] {
  const callees: string[] = [];
  visitOwnNodes(root, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') callees.push(getDottedName(node.callee));
    else if (node.type === 'ImportExpression') callees.push('import');
  });
  return [...new Set(callees)];
}
