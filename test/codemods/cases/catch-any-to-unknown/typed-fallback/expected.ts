declare function run(): void;
declare function exit(code: number): void;
declare const response: { status(code: number): { json(body: unknown): void } };

export function tryToRun(): void {
  try {
    run();
  } catch (e: unknown) {
    exit((typeof e === 'object' && e !== null && 'code' in e && typeof e.code === 'number' && e.code) || 1);
  }
}

export function runNullish(): void {
  try {
    run();
  } catch (e: unknown) {
    exit(typeof e === 'object' && e !== null && 'code' in e && typeof e.code === 'number' ? e.code : 1);
  }
}

export function answer(
  err: unknown,
  request: unknown,
  res: { status(code: number): { json(body: unknown): void } },
  next: unknown,
): void {
  const status = typeof err === 'object' && err !== null && 'status' in err && typeof err.status === 'number' ? err.status : undefined;
  const statusCode = typeof err === 'object' && err !== null && 'statusCode' in err && typeof err.statusCode === 'number' ? err.statusCode : undefined;
  res.status(status || statusCode || 500).json({ error: (err instanceof Error && err.message) || 'Internal error' });
}

export function answerOrLog(): void {
  try {
    run();
  } catch (e: unknown) {
    const hint = typeof e === 'object' && e !== null && 'hint' in e && typeof e.hint === 'string' ? e.hint : undefined;
    if (typeof e === 'object' && e !== null && 'status' in e && e.status === '404') return;
    response.status(typeof e === 'object' && e !== null && 'status' in e && typeof e.status === 'number' ? e.status : 500).json({ hint: hint ?? 'none' });
  }
}
