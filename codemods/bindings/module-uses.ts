import type { TSESTree } from '@typescript-eslint/types';
import { getImportedName, type Node } from 'eslint-plugin-octollm/patterns';
import type { HostSource } from '../engine/source/host-source.ts';

/** One place where a file uses a module. */
export interface ModuleUse {
  /** The export that is used; empty for the module itself and for its default export. */
  readonly name: string;
  /** The expression that stands for the export: `createError.NotFound`. */
  readonly node: Node;
  /** The name in the file that leads to it. */
  readonly local: string;
  readonly isType: boolean;
}

/** Finds every use of a module behind imports, `require` and aliases, in the order of the text; look-alikes are none. */
export function findModuleUses(source: HostSource, module: string): ModuleUse[] {
  const uses: ModuleUse[] = [];
  for (const { references } of source.scopeManager.scopes)
    for (const { identifier, init, isTypeReference, isValueReference } of references) {
      if (init === true || identifier.type !== 'Identifier') continue;
      const use = getUse(source, module, identifier);
      if (use)
        uses.push({
          ...use,
          local: identifier.name,
          isType: (isTypeReference && !isValueReference) || use.node.type === 'TSQualifiedName',
        });
    }
  return uses.sort((first, second) => first.node.range[0] - second.node.range[0]);
}

function getUse(
  source: HostSource,
  module: string,
  identifier: TSESTree.Identifier,
): Pick<ModuleUse, 'name' | 'node'> | undefined {
  const imported = getImportedName(source, identifier);
  if (imported !== module && !imported?.startsWith(`${module}.`)) return undefined;
  let node: Node = identifier;
  let name = imported;
  for (let parent: Node | undefined = node.parent; parent; parent = node.parent) {
    const member = isMemberOf(parent, node) ? getImportedName(source, parent) : undefined;
    if (member === undefined) break;
    node = parent;
    name = member;
  }
  const owner = node.parent;
  if (owner?.type === 'TSQualifiedName' && owner.left === node) return { name: owner.right.name, node: owner };
  return { name: name.slice(module.length + 1), node };
}

function isMemberOf(parent: Node, node: Node): parent is TSESTree.MemberExpression {
  return parent.type === 'MemberExpression' && parent.object === node;
}

/** Finds the statements that hand a module on: `export { AbortError } from 'p-retry'`. */
export function findReExports({ ast }: HostSource, module: string): Node[] {
  return ast.body.filter(
    (statement) =>
      (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportAllDeclaration') &&
      statement.source?.value === module,
  );
}
