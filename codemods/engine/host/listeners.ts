import { InternalError } from '@octollm/errors/errors';

export type Listener = (node: unknown) => void;

/** The listeners of all rules by node type, with `:exit` for the way back up. */
export type ListenerTable = ReadonlyMap<string, readonly Listener[]>;

const nodeType = /^[A-Z][A-Za-z]*(?::exit)?$/;

/** Merges the listeners of several rules, in the order of the rules. */
export function mergeListeners(groups: readonly Readonly<Record<string, Listener | undefined>>[]): ListenerTable {
  const table = new Map<string, Listener[]>();
  for (const group of groups)
    for (const [type, listener] of Object.entries(group)) {
      if (!listener) continue;
      if (!nodeType.test(type))
        throw new InternalError(
          `Cannot run a rule that listens to \`${type}\`: the audit knows plain node types only.`,
        );
      const known = table.get(type);
      if (known) known.push(listener);
      else table.set(type, [listener]);
    }
  return table;
}
