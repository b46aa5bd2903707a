import { spawnSync, type SpawnSyncReturns } from 'node:child_process';

/** Runs git in a folder; where there is no git, the status is null. */
export function runGit(folder: string, parameters: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync('git', ['-C', folder, ...parameters], {
    encoding: 'utf8',
    env: withoutRepository(),
    maxBuffer: 1 << 30,
    windowsHide: true,
  });
}

/** Whether the repository around a folder ignores it; undefined where git cannot tell. */
export function isIgnoredByGit(folder: string): boolean | undefined {
  const { status } = runGit(folder, ['check-ignore', '--quiet', '.']);
  if (status === 0) return true;
  return status === 1 ? false : undefined;
}

/** In a git hook these name the repository of the hook, whatever folder is asked about. */
function withoutRepository(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...rest } = process.env;
  return rest;
}
