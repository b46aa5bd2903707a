import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from '../dotted-name.ts';
import { onceAFile } from '../once-a-file.ts';
import type { Source } from '../source.ts';
import { getTopLevel } from './top-level.ts';

/** One name that a statement binds to a module or to a part of it. */
export interface ModuleBinding {
  /** The export; `*` for the module as a whole. */
  readonly name: string;
  readonly local: string;
  /** Whether it exists for the types alone. */
  readonly isTypeOnly: boolean;
  readonly node: TSESTree.ImportClause | TSESTree.Property | TSESTree.Identifier;
}

/** A statement at the top level of a file that brings in a module. */
export interface ModuleStatement {
  readonly form: 'import' | 'require' | 'import-equals';
  readonly module: string;
  readonly node: TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration | TSESTree.VariableDeclaration;
  readonly isTypeOnly: boolean;
  readonly bindings: readonly ModuleBinding[];
  /** The pattern that takes a required module apart. */
  readonly pattern: TSESTree.ObjectPattern | undefined;
}

/** The statements of a file that bring in modules, in their order. */
export const getModuleStatements: (source: Source) => readonly ModuleStatement[] = onceAFile((source) =>
  getTopLevel(source).statements.flatMap((statement) => {
    switch (statement.type) {
      case 'ImportDeclaration':
        return [readImport(statement)];
      case 'TSImportEqualsDeclaration':
        return readImportEquals(statement);
      case 'VariableDeclaration':
        return statement.declarations.flatMap((declarator) => readRequire(statement, declarator));
      default:
        return [];
    }
  }),
);

function readImport(node: TSESTree.ImportDeclaration): ModuleStatement {
  const isTypeOnly = node.importKind === 'type';
  const bindings = node.specifiers.map((specifier): ModuleBinding => {
    const isType = isTypeOnly || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
    return { name: getImported(specifier), local: specifier.local.name, isTypeOnly: isType, node: specifier };
  });
  return { form: 'import', module: node.source.value, node, isTypeOnly, bindings, pattern: undefined };
}

function getImported(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

/** `import errors = require('module')` */
function readImportEquals(node: TSESTree.TSImportEqualsDeclaration): ModuleStatement[] {
  const { id, moduleReference } = node;
  if (moduleReference.type !== 'TSExternalModuleReference') return [];
  const module = getLiteral(moduleReference.expression);
  if (module === undefined) return [];
  const isTypeOnly = node.importKind === 'type';
  const bindings = [{ name: '*', local: id.name, isTypeOnly, node: id }];
  return [{ form: 'import-equals', module, node, isTypeOnly, bindings, pattern: undefined }];
}

/** `const { GoneError } = require('module')`, `const errors = require('module')` and `const Gone = require('module').GoneError` */
function readRequire(node: TSESTree.VariableDeclaration, { id, init }: TSESTree.VariableDeclarator): ModuleStatement[] {
  const property = init?.type === 'MemberExpression' ? getPropertyName(init) : '*';
  const module = getRequired(init?.type === 'MemberExpression' ? init.object : init);
  if (module === undefined || property === undefined) return [];
  const statement = { form: 'require', module, node, isTypeOnly: false } as const;
  if (id.type === 'Identifier') {
    const binding = { name: property, local: id.name, isTypeOnly: false, node: id };
    return [{ ...statement, bindings: [binding], pattern: undefined }];
  }
  if (id.type !== 'ObjectPattern' || property !== '*') return [];
  const bindings = id.properties.flatMap((member): ModuleBinding[] => {
    const name = member.type === 'Property' ? getPropertyName(member) : undefined;
    if (name === undefined || member.type !== 'Property' || member.value.type !== 'Identifier') return [];
    return [{ name, local: member.value.name, isTypeOnly: false, node: member }];
  });
  return [{ ...statement, bindings, pattern: id }];
}

/** The module that a call of `require` names. */
export function getRequired(node: TSESTree.Node | null | undefined): string | undefined {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return undefined;
  return getLiteral(node.arguments[0]);
}

function getLiteral(node: TSESTree.Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
