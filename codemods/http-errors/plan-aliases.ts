import type { TSESTree } from '@typescript-eslint/types';
import type { ModuleUse } from '../bindings/module-uses.ts';
import type { Change, TextEdit } from '../engine/edit/change.ts';
import { canRemove, hasCommentOnLines, removeStatement } from '../engine/imports/remove-statement.ts';
import type { HostSource } from '../engine/source/host-source.ts';

/** The declaration that a use gives other names in: `const { NotFound } = createError`. */
export function getAlias({ node }: ModuleUse): TSESTree.VariableDeclarator | undefined {
  const { parent } = node;
  return parent?.type === 'VariableDeclarator' && parent.init === node ? parent : undefined;
}

/** Takes away the other names of http-errors that nothing uses any more. */
export function planAliases(source: HostSource, uses: readonly ModuleUse[]): Change[] {
  return uses.flatMap((use) => {
    const declarator = getAlias(use);
    const statement = declarator?.parent;
    if (statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1) return [];
    if (statement.parent.type === 'ExportNamedDeclaration' || hasCommentOnLines(source, statement)) return [];
    const edits = cutUnused(source, statement);
    if (edits.length === 0) return [];
    const [start, end] = statement.range;
    const reason = 'Nothing uses this name of http-errors any more.';
    const releases = [use.local];
    return [
      { kind: 'alias', start, end, applicability: 'unsafe', confidence: 1, reason, edits, imports: [], releases },
    ];
  });
}

function cutUnused(source: HostSource, statement: TSESTree.VariableDeclaration): readonly TextEdit[] {
  const variables = source.scopeManager.getDeclaredVariables(statement);
  const unused = new Set(
    variables.filter(({ references }) => references.every(({ init }) => init === true)).map(({ name }) => name),
  );
  if (unused.size === variables.length) return canRemove(source, statement) ? [removeStatement(source, statement)] : [];
  const pattern = statement.declarations[0]?.id;
  return pattern?.type === 'ObjectPattern' ? cutMembers(pattern, unused) : [];
}

function cutMembers({ properties }: TSESTree.ObjectPattern, unused: ReadonlySet<string>): TextEdit[] {
  const isUnused = (property: TSESTree.ObjectPattern['properties'][number]): boolean =>
    property.type === 'Property' && property.value.type === 'Identifier' && unused.has(property.value.name);
  const lastKept = properties.findLastIndex((property) => !isUnused(property));
  const cuts = properties.slice(0, lastKept).flatMap((property, index) => {
    const next = properties[index + 1];
    return isUnused(property) && next ? [{ start: property.range[0], end: next.range[0], text: '' }] : [];
  });
  const [kept, last] = [properties[lastKept], properties.at(-1)];
  return kept && last && kept !== last ? [...cuts, { start: kept.range[1], end: last.range[1], text: '' }] : cuts;
}
