declare function run(): void;
declare function exit(code: number): void;
declare const response: { status(code: number): { json(body: unknown): void } };

export function tryToRun(): void {
  try {
    run();
  } catch (e: any) {
    exit(e.code || 1);
  }
}

export function runNullish(): void {
  try {
    run();
  } catch (e: any) {
    exit(e.code ?? 1);
  }
}

export function answer(
  err: any,
  request: unknown,
  res: { status(code: number): { json(body: unknown): void } },
  next: unknown,
): void {
  res.status(err.status || err.statusCode || 500).json({ error: err.message || 'Internal error' });
}

export function answerOrLog(): void {
  try {
    run();
  } catch (e: any) {
    if (e.status === '404') return;
    response.status(e.status ?? 500).json({ hint: e.hint ?? 'none' });
  }
}
