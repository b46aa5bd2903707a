import type { Source } from '../source.ts';
import { getTopLevel } from './top-level.ts';

/** A name for an import that no scope of the file declares, expects from outside or exports: its own, or one that says where it is from. */
export function getFreeName(source: Source, name: string, reserved: ReadonlySet<string> = new Set()): string {
  let free = name;
  while (reserved.has(free) || isTaken(source, free)) free = addOrigin(free);
  return free;
}

/** `OctoLLMTimeoutError` for a class, `octollmRetry` for a function. */
function addOrigin(name: string): string {
  const first = name.charAt(0);
  return first === first.toLowerCase() ? `octollm${first.toUpperCase()}${name.slice(1)}` : `OctoLLM${name}`;
}

function isTaken(source: Source, name: string): boolean {
  const { text, scopeManager } = source;
  // What does not stand in the text needs no look at the scopes.
  if (!scopeManager || !text.includes(name)) return false;
  return (
    scopeManager.scopes.some((scope) => scope.set.has(name)) ||
    scopeManager.scopes[0]?.through.some(({ identifier }) => identifier.name === name) === true ||
    isExported(source, name)
  );
}

/** `export { TimeoutError } from './errors'` binds nothing, but makes the name mean something else to who reads the file. */
function isExported(source: Source, name: string): boolean {
  return getTopLevel(source).statements.some((statement) => {
    if (statement.type === 'ExportAllDeclaration') return getName(statement.exported) === name;
    if (statement.type !== 'ExportNamedDeclaration') return false;
    return statement.specifiers.some(({ exported }) => getName(exported) === name);
  });
}

function getName(node: { readonly name: string } | { readonly value: string } | null): string | undefined {
  if (!node) return undefined;
  return 'name' in node ? node.name : node.value;
}
