import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { getErrorMessage, InvalidInputError } from '@octollm/errors/errors';

/**
 * Makes sure that a file can be written later.
 *
 * @throws InvalidInputError when its folder is not there or closed to us, or a folder is in its place
 */
export function assertWritable(path: string, cwd: string): void {
  const file = resolve(cwd, path);
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (cause) {
    throw new InvalidInputError(`Cannot write \`${path}\`: its folder is not there or not open to writing.`, { cause });
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new InvalidInputError(`Cannot write \`${path}\`: it is a folder.`);
}

/** Writes a file as a whole: who reads it meanwhile sees the old or the new one. Devices and pipes are written to as they are. */
export function replaceFile(path: string, text: string, cwd: string): void {
  const file = resolve(cwd, path);
  const stats = statSync(file, { throwIfNoEntry: false });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    if (stats && !stats.isFile()) {
      writeFileSync(file, text);
      return;
    }
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new InvalidInputError(`Cannot write \`${path}\`: ${getErrorMessage(cause)}.`, { cause });
  }
}
