import type { Source } from '../source.ts';
import { getModuleStatements, type ModuleBinding, type ModuleStatement } from './module-statement.ts';

/** By what a file has a name of a module at hand. */
export interface NameAccess {
  /** How new code writes it: `GoneError`, `errors.GoneError`. */
  readonly local: string;
  readonly binding: ModuleBinding;
  readonly statement: ModuleStatement;
  /** Whether the import has the name as a type only, and may give that up. */
  readonly hasToLoseType: boolean;
}

/** Finds by what a file has a name of a module already; undefined where new code needs an import, or a scope below hides the one that is there. */
export function findBinding(source: Source, module: string, name: string, isTypeOnly: boolean): NameAccess | undefined {
  const found = getModuleStatements(source)
    .filter((statement) => statement.module === module)
    .flatMap((statement) =>
      statement.bindings.flatMap((binding) => readAccess(statement, binding, name, isTypeOnly) ?? []),
    )
    .filter(({ binding }) => !isHiddenSomewhere(source, binding.local));
  return found.find(({ hasToLoseType }) => !hasToLoseType) ?? found[0];
}

function readAccess(
  statement: ModuleStatement,
  binding: ModuleBinding,
  name: string,
  isTypeOnly: boolean,
): NameAccess | undefined {
  const isWhole = binding.name === '*';
  if (!isWhole && binding.name !== name) return undefined;
  const hasToLoseType = binding.isTypeOnly && !isTypeOnly;
  if (hasToLoseType && !canLoseType(statement, binding)) return undefined;
  return { local: isWhole ? `${binding.local}.${name}` : binding.local, binding, statement, hasToLoseType };
}

/** `import { type GoneError }`, and `import type { GoneError }` where nothing else would turn into a value. */
function canLoseType({ isTypeOnly, bindings }: ModuleStatement, { node }: ModuleBinding): boolean {
  return node.type === 'ImportSpecifier' && (!isTypeOnly || bindings.length === 1);
}

function isHiddenSomewhere({ scopeManager }: Source, local: string): boolean {
  return (scopeManager?.scopes.filter(({ set }) => set.has(local)).length ?? 0) > 1;
}
