/** The folders of `src` that are mutated; each is tried against the tests of the folder with the same name. */
export const mutatedFolders: readonly string[] = ['retry', 'breaker', 'http', 'classify'];

/** What asks real clients, sockets and the memory: slow, and no mutant is found by it alone. */
export const slowTests: readonly string[] = ['**/leaks.test.ts', '**/real-clients/**'];

/** The variable through which a run tells vitest, which it starts, whose tests are asked. */
export const folderVariable = 'MUTATED_FOLDER';
