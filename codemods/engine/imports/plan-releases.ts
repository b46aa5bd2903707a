import { getModuleStatements, getNameList, type ModuleStatement } from 'eslint-plugin-octollm/patterns';
import type { Change, TextEdit } from '../edit/change.ts';
import type { HostSource } from '../source/host-source.ts';
import { hasCommentOnLines } from './remove-statement.ts';

/** What an import can do without, once changes are made. */
export interface Release {
  readonly statement: ModuleStatement;
  /** Whether nothing is left of it; then the whole statement goes. */
  readonly isWhole: boolean;
  /** Takes some names out of it. */
  readonly edits: readonly TextEdit[];
}

/** Finds the imported names that changes give up and that nothing else of the file uses; a statement with a comment keeps them. */
export function planReleases(source: HostSource, changes: readonly Change[]): Release[] {
  const released = new Set(changes.flatMap(({ releases }) => releases));
  if (released.size === 0) return [];
  const edits = changes.flatMap((change) => change.edits);
  return getModuleStatements(source).flatMap((statement) => {
    const { node, bindings, pattern } = statement;
    const unused = bindings.filter(({ local }) => released.has(local) && isGivenUp(source, statement, local, edits));
    if (unused.length === 0 || hasCommentOnLines(source, node)) return [];
    if (node.type === 'VariableDeclaration' && node.declarations.length > 1) return [];
    const isWhole = unused.length === (pattern?.properties.length ?? bindings.length);
    const gone = new Set<unknown>(unused.map((binding) => binding.node));
    return [{ statement, isWhole, edits: isWhole ? [] : takeOut(source, statement, gone) }];
  });
}

/** Whether each place that uses a name is in text that edits replace, and no edit writes it again. */
function isGivenUp(
  { scopeManager }: HostSource,
  { node }: ModuleStatement,
  local: string,
  edits: readonly TextEdit[],
): boolean {
  const variable = scopeManager.getDeclaredVariables(node).find(({ name }) => name === local);
  if (!variable || edits.some(({ text }) => text.split(/[^\w$]+/).includes(local))) return false;
  return variable.references
    .filter(({ init }) => init !== true)
    .every(({ identifier: { range } }) => edits.some(({ start, end }) => start <= range[0] && range[1] <= end));
}

function takeOut(source: HostSource, statement: ModuleStatement, gone: ReadonlySet<unknown>): TextEdit[] {
  const list = getNameList(source, statement);
  const standalone = statement.bindings.find(({ name }) => name === 'default')?.node;
  const isDefaultGone = gone.has(standalone);
  const edits: TextEdit[] = [];
  if (standalone && isDefaultGone) {
    const whole = statement.bindings.find(({ name }) => name === '*')?.node.range[0];
    edits.push(cut(standalone.range[0], list?.open ?? whole ?? standalone.range[1]));
  }
  if (!list) return standalone && !isDefaultGone ? [...edits, ...cutNamespace(statement, standalone.range[1])] : edits;
  const kept = list.members.filter((member) => !gone.has(member));
  const lastKept = kept.at(-1);
  // Only the default import is left.
  if (!lastKept) return standalone && !isDefaultGone ? [cut(standalone.range[1], list.close + 1)] : edits;
  list.members.forEach((member, index) => {
    const next = list.members[index + 1];
    if (gone.has(member) && next && member.range[0] < lastKept.range[0])
      edits.push(cut(member.range[0], next.range[0]));
  });
  const last = list.members.at(-1);
  if (last && last !== lastKept) edits.push(cut(lastKept.range[1], last.range[1]));
  return edits;
}

/** `import a, * as b` without `b` */
function cutNamespace({ bindings }: ModuleStatement, from: number): TextEdit[] {
  const whole = bindings.find(({ name }) => name === '*');
  return whole ? [cut(from, whole.node.range[1])] : [];
}

function cut(start: number, end: number): TextEdit {
  return { start, end, text: '' };
}
