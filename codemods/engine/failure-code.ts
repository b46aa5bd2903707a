/** The code of a failed system call, such as `ENOSPC`. */
export function getFailureCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  const code = getFailureCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Whether there is no room left for anything, be it on the disk or in the share of its user. */
export function isDiskFull(error: unknown): boolean {
  const code = getFailureCode(error);
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** Whether the next file would fail in the same way. */
export function doesConcernAll(error: unknown): boolean {
  const code = getFailureCode(error);
  return isDiskFull(error) || code === 'EROFS' || code === 'EIO';
}
