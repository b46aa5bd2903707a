declare function open(path: string): string;

export function read(path: string): string | undefined {
  try {
    return open(path);
  } catch (err: any) {
    if (err.code === 'ENOENT') return undefined;
    throw err;
  }
}

export function remove(path: string): void {
  try {
    open(path);
  } catch (err: any) {
    if (err.code !== 'ENOENT') throw err;
  }
}

export function isMissing(path: string): boolean {
  try {
    open(path);
    return false;
  } catch (err: any) {
    return err?.code === 'ENOENT' || err.code === 'ENOTDIR';
  }
}

export function explain(path: string): string {
  try {
    return open(path);
  } catch (err: any) {
    switch (err.code) {
      case 'ENOENT':
        return 'missing';
      default:
        return `failed with ${err.code}`;
    }
  }
}

export function hasCode(path: string): boolean {
  try {
    open(path);
    return false;
  } catch (err: any) {
    return err.code !== undefined;
  }
}

export function hasNoCode(path: string): boolean {
  try {
    open(path);
    return false;
  } catch (err: any) {
    return typeof err.code === 'undefined';
  }
}

export function logCode(path: string): void {
  try {
    open(path);
  } catch (err: any) {
    console.error('failed', err.code, { path });
  }
}
