export interface Snippet {
  readonly code: string;
  /** One line a handler and one a failure, as `describeErrors` writes them. */
  readonly expected: readonly string[];
  /** Whether it is plain JavaScript, which espree reads as well. */
  readonly isJavaScript: boolean;
}

const javaScript: Readonly<Record<string, readonly string[]>> = {
  'try { run(); } catch {}': ['catch-clause of nothing: ignored (end) = ignored'],
  'try { run(); } catch (error) { throw error; }': [
    'catch-clause of error: rethrown (throw) = handled',
    'throw caught',
  ],
  'try { run(); } catch (error) { throw new Error("x", { cause: error }); }': [
    'catch-clause of error: wrapped (throw) = handled',
    'throw caught new Error, cause kept',
  ],
  'try { run(); } catch (error) { throw new Error("Task not found"); }': [
    'catch-clause of error: cause-lost (throw) = handled',
    'throw unrelated new Error, cause missing',
  ],
  'try { run(); } catch (error) { throw new Error(`x: ${error.message}`, { cause: error.message }); }': [
    'catch-clause of error: cause-lost (throw) = handled',
    'throw derived new Error, cause lossy',
  ],
  'try { run(); } catch (error) { if (error.code !== "ENOENT") throw error; retry(); }': [
    'catch-clause of error: rethrown (throw), replaced (end) if narrowed = handled',
    'throw caught',
  ],
  'try { run(); } catch (error) { if (error instanceof TypeError) return_(1); else console.error(error); }': [
    'catch-clause of error: replaced (end) if narrowed, logged (end) = logged',
  ],
  'for (const item of items) { try { run(item); } catch (error) { console.warn("skipped"); continue; } }': [
    'catch-clause of error: logged-blind (continue) = logged-blind',
  ],
  'const load = () => { try { return run(); } catch { return []; } };': [
    'catch-clause of nothing: replaced (return) = replaced',
  ],
  'const load = (callback) => { try { return run(); } catch (error) { callback(error); } };': [
    'catch-clause of error: forwarded (end) = handled',
    'callback caught',
  ],
  'run().catch(() => {});': ['promise-catch of nothing: ignored (end) = ignored'],
  'run().catch(console.error);': ['promise-catch of console.error: logged (end) = logged'],
  'run().catch((error) => Promise.reject(new TypeError("bad", { cause: error })));': [
    'promise-catch of error: wrapped (return) = handled',
    'promise-reject caught new TypeError, cause kept',
  ],
  'run().then(use, (error) => { report(error); });': ['promise-then of error: forwarded (end) = handled'],
  'run().then(undefined, noop);': ['promise-then of noop: ignored (end) = ignored'],
  'run()?.catch?.(() => null);': ['promise-catch of nothing: ignored (return) = ignored'],
  'fs.readFile(path, (err, data) => { if (err) return done(err); use(data); });': [
    'callback of err: returned (return) = handled',
    'callback caught',
  ],
  'fs.readFile(path, (err, data) => { use(data); });': ['callback of err: replaced (end) = replaced'],
  'stream.on("error", (error) => { logger.error({ err: error }); });': ['error-event of error: logged (end) = logged'],
  'process.on("uncaughtException", (error) => { log.fatal(error); process.exit(1); });': [
    'process-event of error: terminated (exit) = handled',
  ],
  'source$.pipe(catchError((error) => of(null)));': ['observable of error: replaced (return) = replaced'],
  'source$.subscribe({ next: use, error: (e) => console.error(e) });': ['observable of e: logged (return) = logged'],
  'app.use((err, req, res, next) => { res.status(500).end(); });': ['middleware of err: signalled (end) = handled'],
  'class Boundary extends Component { componentDidCatch(error) { this.report(error); } }': [
    'component of error: forwarded (end) = handled',
  ],
  'for (const result of await Promise.allSettled(jobs)) if (result.status === "rejected") errors.push(result.reason);':
    ['settled-result of result: forwarded (end) = handled'],
  'window.onerror = (message, url, line, column, error) => { send(error); };': [
    'error-event of error: forwarded (end) = handled',
  ],
  'new Promise((resolve, reject) => { run(1, (err) => { if (err) reject(new Error("failed")); else resolve(); }); });':
    ['callback of err: signalled (end) = handled', 'reject unrelated new Error, cause missing'],
  'emitter.emit("error", new Error("Connection timed out"));': ['emit unrelated new Error'],
  'controller.abort("stopped");': ['abort unrelated'],
  'try { run(); } catch ({ message }) { throw new Error(message); }': [
    'catch-clause of { message }: cause-lost (throw) = handled',
    'throw derived new Error, cause missing',
  ],
  'class A { #close() { try { this.#run(); } catch (e) { this.#last = e; } } #run() {} #last; }': [
    'catch-clause of e: forwarded (end) = handled',
  ],
  'outer: for (;;) { try { run(); } catch (e) { switch (e.code) { case "EAGAIN": continue outer; default: throw e; } } }':
    ['catch-clause of e: replaced (continue) if narrowed, rethrown (throw) = handled', 'throw caught'],
};

const typeScript: Readonly<Record<string, readonly string[]>> = {
  'try { run(); } catch (error: unknown) { throw error as Error; }': [
    'catch-clause of error: unknown: rethrown (throw) = handled',
    'throw caught',
  ],
  'try { run(); } catch (error: any) { throw new Error("x", { cause: error satisfies Error }); }': [
    'catch-clause of error: any: wrapped (throw) = handled',
    'throw caught new Error, cause kept',
  ],
  'try { run(); } catch (error) { throw (<Error>error); }': [
    'catch-clause of error: rethrown (throw) = handled',
    'throw caught',
  ],
  'try { run(); } catch (error) { throw error!; }': [
    'catch-clause of error: rethrown (throw) = handled',
    'throw caught',
  ],
  'run().catch((error: unknown): null => null);': ['promise-catch of error: unknown: ignored (return) = ignored'],
  'run().catch(function (this: Job, error: Error) { this.fail(error); });': [
    'promise-catch of error: Error: forwarded (end) = handled',
  ],
  '(run() as Promise<void>).catch(() => undefined);': ['promise-catch of nothing: ignored (return) = ignored'],
  'abstract class A { abstract run(): void; load(): string | undefined { try { return this.run() as never; } catch { return undefined; } } }':
    ['catch-clause of nothing: replaced (return) = replaced'],
  'import legacy = require("legacy"); enum Color { Red = "red" } declare module "x" { export const a: number } try { legacy.run(Color.Red); } catch (error) { throw new Error("Unauthorized"); }':
    ['catch-clause of error: cause-lost (throw) = handled', 'throw unrelated new Error, cause missing'],
  'class A { @log() accessor name = 1; constructor(private readonly a: B) { try { a.b(); } catch (e) { throw new RangeError("Index out of range", { cause: e }); } } }':
    ['catch-clause of e: wrapped (throw) = handled', 'throw caught new RangeError, cause kept'],
  'export function assertNever(value: never): never { throw new Error(`Unexpected ${value}`); }': [
    'throw unrelated new Error',
  ],
  'const f = async <T,>(job: () => Promise<T>): Promise<T | undefined> => { try { return await job(); } catch (e) { logger?.error?.("failed", e); return undefined; } };':
    ['catch-clause of e: logged (return) = logged'],
};

/** What the patterns must say whoever produced the tree, from the plainest handler to the strangest. */
export const snippets: readonly Snippet[] = [
  ...Object.entries(javaScript).map(([code, expected]) => ({ code, expected, isJavaScript: true })),
  ...Object.entries(typeScript).map(([code, expected]) => ({ code, expected, isJavaScript: false })),
];
