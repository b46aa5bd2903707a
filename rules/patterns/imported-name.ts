import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from './dotted-name.ts';
import type { Node, Source, Variable } from './source.ts';
import { unwrapExpression } from './unwrap-expression.ts';
import { findVariable, getOnlyValue } from './variables.ts';

const deepest = 4;

/**
 * The export that an expression names, behind aliases, imports and `require`: `fs.readFile` for `rf` of
 * `import { readFile as rf } from 'node:fs'`. A module and its default export are one; undefined for what is no import.
 */
export function getImportedName(source: Source, node: Node, depth = 0): string | undefined {
  const inner = unwrapExpression(node);
  switch (inner.type) {
    case 'MemberExpression':
      return depth > deepest
        ? undefined
        : join(getImportedName(source, inner.object, depth + 1), getPropertyName(inner));
    case 'ImportExpression':
      return getModule(inner.source);
    case 'CallExpression':
      return inner.callee.type === 'Identifier' && inner.callee.name === 'require'
        ? getModule(inner.arguments[0])
        : undefined;
    case 'Identifier': {
      const variable = depth > deepest ? undefined : findVariable(source, inner);
      return variable && getNameOfVariable(source, variable, depth);
    }
    default:
      return undefined;
  }
}

function join(owner: string | undefined, member: string | undefined): string | undefined {
  if (owner === undefined || member === undefined) return undefined;
  return member === 'default' ? owner : `${owner}.${member}`;
}

function getModule(node: Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value.replace(/^node:/, '') : undefined;
}

function getNameOfVariable(source: Source, variable: Variable, depth: number): string | undefined {
  const definition = variable.defs[0];
  if (variable.defs.length !== 1 || !definition) return undefined;
  if (definition.type === 'ImportBinding') return getNameOfImport(definition.node);
  if (definition.type !== 'Variable' || definition.node.type !== 'VariableDeclarator') return undefined;
  const { id, init } = definition.node;
  if (id.type === 'Identifier') {
    const value = getOnlyValue(variable);
    return value && getImportedName(source, value, depth + 1);
  }
  if (id.type !== 'ObjectPattern' || !init) return undefined;
  const property = id.properties.find((member) => member.type === 'Property' && member.value === definition.name);
  return property && join(getImportedName(source, init, depth + 1), getPropertyName(property));
}

function getNameOfImport(
  binding: TSESTree.ImportClause | TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration,
): string | undefined {
  if (binding.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = binding;
    return moduleReference.type === 'TSExternalModuleReference' ? getModule(moduleReference.expression) : undefined;
  }
  if (binding.type === 'ImportDeclaration') return getModule(binding.source);
  const declaration = binding.parent;
  const module = declaration?.type === 'ImportDeclaration' ? getModule(declaration.source) : undefined;
  if (binding.type !== 'ImportSpecifier') return module;
  const { imported } = binding;
  return join(module, imported.type === 'Identifier' ? imported.name : imported.value);
}
