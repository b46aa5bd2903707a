import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { getErrorMessage, ResourceError, SystemError } from '@octollm/errors/errors';
import { makeJournal } from './run-files.ts';

const lockName = /^lock-(\d+)$/;

/**
 * Keeps others from writing until the returned function is called. Each process has a lock of its own and looks for others only when
 * that is there, so that of two at the same moment at least one sees the other. What processes left that are gone is cleared away.
 *
 * @throws ResourceError when another process holds a lock, SystemError when none can be made
 */
export function lockJournal(journal: string): () => void {
  const path = join(journal, `lock-${process.pid}`);
  try {
    makeJournal(journal);
    writeFileSync(path, `${hostname()}\n`);
  } catch (cause) {
    throw new SystemError(
      `Cannot lock the journal in \`${journal}\`: ${getErrorMessage(cause)}. No file was changed.`,
      {
        cause,
      },
    );
  }
  const other = findOther(journal);
  if (other === undefined) return () => rmSync(path, { force: true });
  rmSync(path, { force: true });
  throw new ResourceError(
    `Another \`octollm\` is writing here (process ${other.pid} on ${other.host}): wait until it has ended. No file was changed. ` +
      `If there is no such process, delete \`${other.path}\`.`,
  );
}

interface Lock {
  readonly pid: number;
  readonly host: string;
  readonly path: string;
}

function findOther(journal: string): Lock | undefined {
  for (const name of readdirSync(journal)) {
    const pid = Number(lockName.exec(name)?.[1]);
    if (Number.isNaN(pid) || pid === process.pid) continue;
    const path = join(journal, name);
    const host = readHost(path);
    if (host !== hostname() || isAlive(pid)) return { pid, host, path };
    rmSync(path, { force: true });
  }
  return undefined;
}

function readHost(path: string): string {
  try {
    // It is empty when its process was killed between making and filling it.
    return readFileSync(path, 'utf8').trim() || hostname();
  } catch {
    // Its process has just ended and taken it away.
    return hostname();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
