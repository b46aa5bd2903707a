declare function open(path: string): string;

export function read(path: string): string | undefined {
  try {
    return open(path);
  } catch (err: unknown) {
    if (typeof err === 'object' && err !== null && 'code' in err && err.code === 'ENOENT') return undefined;
    throw err;
  }
}

export function remove(path: string): void {
  try {
    open(path);
  } catch (err: unknown) {
    if (!(typeof err === 'object' && err !== null && 'code' in err) || err.code !== 'ENOENT') throw err;
  }
}

export function isMissing(path: string): boolean {
  try {
    open(path);
    return false;
  } catch (err: unknown) {
    const code = typeof err === 'object' && err !== null && 'code' in err ? err.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR';
  }
}

export function explain(path: string): string {
  try {
    return open(path);
  } catch (err: unknown) {
    const code = typeof err === 'object' && err !== null && 'code' in err ? err.code : undefined;
    switch (code) {
      case 'ENOENT':
        return 'missing';
      default:
        return `failed with ${code}`;
    }
  }
}

export function hasCode(path: string): boolean {
  try {
    open(path);
    return false;
  } catch (err: unknown) {
    return typeof err === 'object' && err !== null && 'code' in err && err.code !== undefined;
  }
}

export function hasNoCode(path: string): boolean {
  try {
    open(path);
    return false;
  } catch (err: unknown) {
    return !(typeof err === 'object' && err !== null && 'code' in err) || typeof err.code === 'undefined';
  }
}

export function logCode(path: string): void {
  try {
    open(path);
  } catch (err: unknown) {
    console.error('failed', typeof err === 'object' && err !== null && 'code' in err ? err.code : undefined, { path });
  }
}
