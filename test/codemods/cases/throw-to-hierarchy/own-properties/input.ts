export function missing(path: string): never {
  const error = new Error(`File ${path} not found`);
  (error as NodeJS.ErrnoException).code = 'ENOENT';
  throw error;
}

export function refused(): never {
  throw Object.assign(new Error('Permission denied'), { status: 403 });
}

export function renamed(): never {
  const error = new Error('Invalid signature: it does not verify');
  error.name = 'SignatureError';
  throw error;
}

export function explained(caught: unknown): never {
  const error = new Error('Invalid signature: it does not verify');
  error.cause = caught;
  throw error;
}
