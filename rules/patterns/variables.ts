import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, type FunctionNode, type Node, type Source, type Variable } from './source.ts';
import { unwrapExpression } from './unwrap-expression.ts';

/** Resolves an identifier to the variable it names, or undefined for an undeclared global. */
export function findVariable(source: Source, identifier: TSESTree.Identifier): Variable | undefined {
  return findVariableByName(source, identifier, identifier.name);
}

/** Finds the variable that a name means at a node. */
export function findVariableByName(source: Source, place: Node, name: string): Variable | undefined {
  const manager = source.scopeManager;
  if (!manager) return undefined;
  for (let node: Node | undefined = place; node; node = node.parent) {
    const scope = manager.acquire(node, true);
    if (!scope) continue;
    for (let current: typeof scope | null = scope; current; current = current.upper) {
      const variable = current.set.get(name);
      if (variable) return variable;
    }
    return undefined;
  }
  return undefined;
}

/** Whether an identifier is the global of that name, declared nowhere in the file. */
export function isGlobal(source: Source, identifier: TSESTree.Identifier): boolean {
  return (findVariable(source, identifier)?.defs.length ?? 0) === 0;
}

/** What a variable that is written exactly once holds: the initialiser of its declaration or its one assignment. */
export function getOnlyValue(variable: Variable): Node | undefined {
  const values = getWrittenValues(variable);
  return values?.length === 1 ? values[0] : undefined;
}

/** Every value written to a variable as a whole, or undefined when some write cannot be read off the text. */
export function getWrittenValues(variable: Variable): Node[] | undefined {
  const definition = variable.defs[0];
  if (variable.defs.length !== 1 || !definition) return undefined;
  if (definition.type !== 'Variable' || definition.node.type !== 'VariableDeclarator') return undefined;
  if (definition.node.id.type !== 'Identifier') return undefined;
  const values: Node[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    const written = reference.writeExpr;
    const parent = reference.identifier.parent;
    const isWhole =
      parent.type === 'VariableDeclarator' ||
      (parent.type === 'AssignmentExpression' && /^(?:\?\?|\|\|)?=$/.test(parent.operator));
    if (!written || !isWhole) return undefined;
    values.push(written);
  }
  return values;
}

/** The function that an expression names or is, when exactly one is meant and it stands in this file. */
export function resolveFunction(source: Source, node: Node): FunctionNode | undefined {
  const inner = unwrapExpression(node);
  if (isFunction(inner)) return inner;
  if (inner.type === 'Identifier') {
    const variable = findVariable(source, inner);
    const definition = variable?.defs[0];
    if (!variable || variable.defs.length !== 1 || !definition) return undefined;
    if (definition.type === 'FunctionName' && isFunction(definition.node)) return definition.node;
    const value = getOnlyValue(variable);
    return value && isFunction(unwrapExpression(value)) ? (unwrapExpression(value) as FunctionNode) : undefined;
  }
  if (inner.type === 'MemberExpression' && inner.object.type === 'ThisExpression')
    return findMethod(inner, inner.property);
  return undefined;
}

function findMethod(member: Node, property: Node): FunctionNode | undefined {
  if (property.type !== 'Identifier' && property.type !== 'PrivateIdentifier') return undefined;
  for (let node = member.parent; node; node = node.parent) {
    if (node.type !== 'ClassBody') continue;
    for (const element of node.body) {
      if (element.type !== 'MethodDefinition' && element.type !== 'PropertyDefinition') continue;
      if (element.key.type !== property.type || !('name' in element.key) || element.key.name !== property.name)
        continue;
      const value = element.value;
      return isFunction(value) ? value : undefined;
    }
    return undefined;
  }
  return undefined;
}
