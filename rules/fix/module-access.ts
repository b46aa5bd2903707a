import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from '../patterns/dotted-name.ts';
import { onceAFile } from '../patterns/once-a-file.ts';
import type { Source } from '../patterns/source.ts';

/** What a file has of a module already. */
export interface ModuleAccess {
  /** The name under which the class is at hand. */
  readonly local: string | undefined;
  /** The last member of a list of names that takes a further one. */
  readonly extendable: TSESTree.ImportSpecifier | TSESTree.Property | undefined;
}

const nothing: ModuleAccess = { local: undefined, extendable: undefined };

/** Finds what the top level of a file imports or requires from a module. */
export function findModuleAccess(source: Source, module: string, className: string): ModuleAccess {
  if (!mentions(source, module)) return nothing;
  let local: string | undefined;
  let extendable: ModuleAccess['extendable'];
  for (const statement of source.ast.body)
    for (const part of readStatement(statement, module, className)) {
      local ??= part.local;
      extendable ??= part.extendable;
    }
  return { local, extendable };
}

const getMentioned: (source: Source) => Map<string, boolean> = onceAFile(() => new Map());

/** Whether a module's name stands anywhere in a file; looked for once, however many classes are offered. */
function mentions(source: Source, module: string): boolean {
  const known = getMentioned(source);
  const answer = known.get(module) ?? source.text.includes(module);
  known.set(module, answer);
  return answer;
}

function readStatement(statement: TSESTree.ProgramStatement, module: string, className: string): ModuleAccess[] {
  if (statement.type === 'ImportDeclaration') return [readImport(statement, module, className)];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.map((declaration) => readRequire(declaration, module, className));
}

function readImport(declaration: TSESTree.ImportDeclaration, module: string, className: string): ModuleAccess {
  if (declaration.source.value !== module || declaration.importKind === 'type') return nothing;
  const last = declaration.specifiers.at(-1);
  return {
    local: declaration.specifiers.map((specifier) => getLocal(specifier, className)).find(Boolean),
    extendable: last?.type === 'ImportSpecifier' ? last : undefined,
  };
}

function getLocal(specifier: TSESTree.ImportClause, className: string): string | undefined {
  if (specifier.type === 'ImportNamespaceSpecifier') return `${specifier.local.name}.${className}`;
  if (specifier.type !== 'ImportSpecifier' || specifier.importKind === 'type') return undefined;
  const { imported } = specifier;
  return imported.type === 'Identifier' && imported.name === className ? specifier.local.name : undefined;
}

/** `const { GoneError } = require('module')` and `const errors = require('module')` */
function readRequire(declaration: TSESTree.VariableDeclarator, module: string, className: string): ModuleAccess {
  const { id, init } = declaration;
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require')
    return nothing;
  const [name] = init.arguments;
  if (name?.type !== 'Literal' || name.value !== module) return nothing;
  if (id.type === 'Identifier') return { local: `${id.name}.${className}`, extendable: undefined };
  if (id.type !== 'ObjectPattern') return nothing;
  const member = id.properties.find(
    (property) => property.type === 'Property' && getPropertyName(property) === className,
  );
  const last = id.properties.at(-1);
  return {
    local: member?.type === 'Property' && member.value.type === 'Identifier' ? member.value.name : undefined,
    extendable: last?.type === 'Property' ? last : undefined,
  };
}
