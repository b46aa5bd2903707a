import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import { collectCallees, getChildNodes, isFunctionNode } from './child-nodes.ts';
import { getStatements } from '../statements.ts';

type Node = TSESTree.Node;

const deepestAlias = 2;

/**
 * Where the value of a dotted name comes from, read off the text around `from`: the callees of the nearest assignment before
 * it, `parameter`, or what it is assigned from. No scopes needed; the nearest declaration wins, as it does at run time.
 */
export function findOrigins(name: string, from: Node, depth = 0): string[] {
  if (name.startsWith('process.env')) return ['process.env'];
  const root = name.split('.')[0] ?? name;
  if (root === 'this') return ['this'];
  const value = findValue(root, from);
  if (value === 'parameter') return ['parameter'];
  return value ? describeValue(value, depth) : [];
}

/** The nearest value assigned to a variable before `from`, `'parameter'`, or undefined when the file does not tell. */
export function findValue(name: string, from: Node): Node | 'parameter' | undefined {
  for (let node: Node = from; node.parent; node = node.parent) {
    const parent = node.parent;
    if (isFunctionNode(parent)) {
      if ('params' in parent && parent.params.some((parameter) => bindsName(parameter, name))) return 'parameter';
    } else {
      const value = findInStatements(getStatements(parent), node, name);
      if (value) return value;
    }
    if (parent.type === 'ForOfStatement' && node === parent.body && bindsDeclaration(parent.left, name))
      return parent.right;
  }
  return undefined;
}

function findInStatements(statements: readonly Node[], before: Node, name: string): Node | undefined {
  const end = statements.indexOf(before);
  for (let index = (end < 0 ? statements.length : end) - 1; index >= 0; index -= 1) {
    const statement = statements[index];
    const value = statement && findInStatement(statement, name);
    if (value) return value;
  }
  return undefined;
}

function findInStatement(statement: Node, name: string): Node | undefined {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? findInStatement(statement.declaration, name) : undefined;
    case 'VariableDeclaration': {
      const declarator = statement.declarations.find((candidate) => bindsName(candidate.id, name));
      return declarator?.init ?? undefined;
    }
    case 'ExpressionStatement': {
      const expression = statement.expression;
      return expression.type === 'AssignmentExpression' &&
        expression.operator === '=' &&
        bindsName(expression.left, name)
        ? expression.right
        : undefined;
    }
    case 'TryStatement':
      return findInStatements(statement.block.body, statement, name);
    case 'IfStatement': {
      const branch = statement.consequent;
      return branch.type === 'BlockStatement' ? findInStatements(branch.body, statement, name) : undefined;
    }
    default:
      return undefined;
  }
}

function bindsDeclaration(left: Node, name: string): boolean {
  return left.type === 'VariableDeclaration' && left.declarations.some((declarator) => bindsName(declarator.id, name));
}

function bindsName(pattern: Node, name: string): boolean {
  switch (pattern.type) {
    case 'Identifier':
      return pattern.name === name;
    case 'MemberExpression':
    case 'Literal':
      return false;
    case 'AssignmentPattern':
      return bindsName(pattern.left, name);
    case 'Property':
      return bindsName(pattern.value, name);
    default:
      return getChildNodes(pattern).some((child) => bindsName(child, name));
  }
}

function describeValue(value: Node, depth: number): string[] {
  const callees = collectCallees(value);
  const origins = callees.length > 0 ? callees : [];
  let inner: Node = value;
  while (inner.type === 'AwaitExpression' || inner.type === 'TSAsExpression' || inner.type === 'TSNonNullExpression')
    inner = inner.type === 'AwaitExpression' ? inner.argument : inner.expression;
  if (inner.type === 'MemberExpression')
    return [...origins, inner.computed ? `${getDottedName(inner.object)}[]` : getDottedName(inner)];
  if (inner.type === 'LogicalExpression')
    return [...new Set([...origins, ...describeValue(inner.left, depth), ...describeValue(inner.right, depth)])];
  if (inner.type === 'Identifier') {
    const further = depth < deepestAlias ? findOrigins(inner.name, inner, depth + 1) : [];
    return [...origins, inner.name, ...further];
  }
  return origins;
}
