/** Names a step of a transaction that can fail. */
export type Fault = 'begin' | 'execute' | 'commit' | 'rollback' | 'release';

/** Stands for the connection of a transaction. */
export type Connection = Readonly<Record<Exclude<Fault, 'begin'>, (statement?: string) => Promise<void>>>;

/**
 * Opens a database that writes down the steps of its transactions.
 *
 * @param failing What a step rejects with; the others succeed.
 */
export function openDatabase(failing: Readonly<Partial<Record<Fault, unknown>>>): {
  readonly steps: readonly Fault[];
  begin(): Promise<Connection>;
} {
  const steps: Fault[] = [];
  const step = (name: Fault) => async (): Promise<void> => {
    steps.push(name);
    if (name in failing) throw failing[name];
  };
  const connection: Connection = {
    execute: step('execute'),
    commit: step('commit'),
    rollback: step('rollback'),
    release: step('release'),
  };
  return { steps, begin: async () => (await step('begin')(), connection) };
}
