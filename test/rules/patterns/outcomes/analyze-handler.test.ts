import { describe, expect, test } from 'vitest';
import { analyzeHandler } from '../../../../rules/patterns/outcomes/analyze-handler.ts';
import { parseSettings } from '../../../../rules/patterns/settings/parse-settings.ts';
import { readSource } from '../../../support/read-source.ts';
import { readHandlers } from '../read-handlers.ts';

const settings = parseSettings({}, () => []);

/** The outcomes of the first handler: `kind`, with `?` where a test picked the error out. */
function readOutcomes(code: string): string[] {
  const source = readSource(code);
  const [handler] = readHandlers(source);
  if (!handler) throw new Error(`No handler in a test: ${code}`);
  const { outcomes } = analyzeHandler(source, settings, handler);
  return [...new Set(outcomes.map(({ kind, isDiscriminated }) => (isDiscriminated ? `${kind}?` : kind)))];
}

const inCatch = (statements: string): string =>
  `async function* f(done, next) { for (const item of items) { try { load(); } catch (e) { ${statements} } } }`;

describe('one path', () => {
  test.each([
    ['throw e;', 'rethrown'],
    ['throw e as Error;', 'rethrown'],
    ['return Promise.reject(e);', 'rethrown'],
    ['throw new LoadError("m", { cause: e });', 'wrapped'],
    ['return Promise.reject(new LoadError("m", { cause: e }));', 'wrapped'],
    ['throw new LoadError("m");', 'cause-lost'],
    ['throw new LoadError(e.message);', 'cause-lost'],
    ['done(e);', 'forwarded'],
    ['next(e);', 'forwarded'],
    ['this.fail(e.message);', 'forwarded'],
    ['errors.push(e);', 'forwarded'],
    ['lastError = e;', 'forwarded'],
    ['this.error = { error: e };', 'forwarded'],
    ['yield e;', 'forwarded'],
    ['return e;', 'returned'],
    ['return { error: e };', 'returned'],
    ['return err(e);', 'returned'],
    ['return e.message;', 'returned'],
    ['Sentry.captureException(e);', 'reported'],
    ['console.error(e); Sentry.captureException(e);', 'reported'],
    ['console.error(e);', 'logged'],
    ['logger.warn("m", e.message);', 'logged'],
    ['const text = String(e); console.error(text);', 'logged'],
    ['return console.error(e);', 'logged'],
    ['console.error("m");', 'logged-blind'],
    ['this.logger.warn("m"); return [];', 'logged-blind'],
    ['return { ok: false };', 'signalled'],
    ['res.status(500).end();', 'signalled'],
    ['failures++;', 'signalled'],
    ['this.emit(PageEvent.RequestFailed, item);', 'signalled'],
    ['this.emit(PageEvent.Closed, item);', 'replaced'],
    ['setFailed(true);', 'signalled'],
    ['process.exit(1);', 'terminated'],
    ['console.error(e); process.exit(1);', 'terminated'],
    ['return readReplica(item);', 'recovered'],
    ['rows = readReplica(item);', 'recovered'],
    ['return [];', 'replaced'],
    ['rows = [];', 'replaced'],
    ['continue;', 'replaced'],
    ['break;', 'replaced'],
    ['render();', 'replaced'],
    ['', 'ignored'],
    [';', 'ignored'],
    ['e;', 'ignored'],
    ['return;', 'ignored'],
    ['const text = e.message;', 'ignored'],
    ['e.message = `Could not load: ${e.message}`;', 'ignored'],
    ['if (e instanceof Error) {}', 'ignored'],
    ['later(() => {});', 'replaced'],
    ['const later = () => { throw e; };', 'ignored'],
  ])('%s → %s', (statements, kind) => {
    expect(readOutcomes(inCatch(statements))).toEqual([kind]);
  });
});

describe('several paths', () => {
  test.each([
    ['if (a) throw e; return [];', ['rethrown', 'replaced']],
    ['if (a) { throw e; } else { return []; }', ['rethrown', 'replaced']],
    ['if (a) { return []; } done(e);', ['replaced', 'forwarded']],
    ['switch (a) { case 1: throw e; case 2: return []; default: done(e); }', ['rethrown', 'replaced', 'forwarded']],
    ['switch (a) { case 1: throw e; }', ['rethrown', 'ignored']],
    ['try { undo(e); } finally { close(); } throw e;', ['rethrown']],
    ['{ { throw e; } }', ['rethrown']],
    ['label: { if (a) break label; throw e; }', ['rethrown', 'ignored']],
    ['while (a) { if (b) break; throw e; }', ['rethrown', 'ignored']],
    ['for (const x of y) { done(e); }', ['forwarded']],
    ['throw e; done(e);', ['rethrown']],
    ['if (isDebug) console.error(e);', ['logged']],
  ])('%s', (statements, kinds) => {
    expect(readOutcomes(inCatch(statements)).toSorted()).toEqual(kinds.toSorted());
  });
});

describe('errors that a test picks out', () => {
  test.each([
    ['if (e.code === "ENOENT") return []; throw e;', ['replaced?', 'rethrown']],
    ['if (e.code !== "ENOENT") throw e; return [];', ['rethrown', 'replaced?']],
    ['if (e.code !== "ENOENT") { throw e; }', ['rethrown', 'ignored?']],
    ['if (e instanceof NotFoundError) return []; throw e;', ['replaced?', 'rethrown']],
    ['if (!(e instanceof NotFoundError)) throw e;', ['rethrown', 'ignored?']],
    ['if (isMissing(e)) return []; throw e;', ['replaced?', 'rethrown']],
    ['if (e.code === 1 && a) return []; throw e;', ['replaced?', 'rethrown']],
    ['switch (e.code) { case 1: return []; default: throw e; }', ['replaced?', 'rethrown']],
    ['const code = e.code; if (code === 1) return []; throw e;', ['replaced?', 'rethrown']],
    ['if (e instanceof Error && e.code !== "ENOENT") throw e;', ['rethrown', 'ignored?']],
    ['if (isErrnoException(e) && e.code !== "ENOENT") throw e;', ['rethrown?', 'ignored?']],
    ['if (!isNodeError(e) || e.code === "ENOENT") return []; throw e;', ['replaced?', 'rethrown?']],
  ])('%s', (statements, kinds) => {
    expect(readOutcomes(inCatch(statements)).toSorted()).toEqual(kinds.toSorted());
  });

  test.each([
    'if (e instanceof Error) return []; throw e;',
    'if (e) return []; throw e;',
    'if (typeof e === "string") return []; throw e;',
    'if (isError(e)) return []; throw e;',
    'if (e.message) return []; throw e;',
    'if (a) return []; throw e;',
    'if (!isReady || e.code === "ENOENT") return []; throw e;',
  ])('not by %s', (statements) => {
    expect(readOutcomes(inCatch(statements)).toSorted()).toEqual(['replaced', 'rethrown']);
  });
});

describe('parts of the error', () => {
  test.each([
    ['try { load(); } catch ({ message }) { show(message); }', ['forwarded']],
    ['try { load(); } catch ({ message }) { console.error(message); }', ['logged']],
    ['try { load(); } catch ({ error: { text = "m" } }) { show(text); }', ['forwarded']],
    ['try { load(); } catch ({ ...rest }) { show(rest); }', ['forwarded']],
    ['function f() { try { load(); } catch ({ message }) { return message; } }', ['returned']],
    [
      'function f() { try { load(); } catch ({ code }) { if (code === 1) return 1; throw 2; } }',
      ['cause-lost', 'replaced?'],
    ],
    ['load().catch(({ message }) => show(message));', ['returned']],
    ['load().catch(([first]) => { show(first); });', ['forwarded']],
    ['load().catch(({ message }) => {});', ['ignored']],
    ['load().catch(({ message: text = other }) => { show(other); });', ['replaced']],
  ])('%s', (code, kinds) => {
    expect(readOutcomes(code).toSorted()).toEqual(kinds);
  });
});

describe('other handlers', () => {
  test.each([
    ['load().catch((e) => console.error(e));', 'logged'],
    ['load().catch(() => console.error("m"));', 'logged-blind'],
    ['use(load().catch(() => null));', 'replaced'],
    ['load().catch(() => null);', 'ignored'],
    ['load().catch(() => undefined);', 'ignored'],
    ['await load().catch(() => void 0);', 'ignored'],
    ['const list = await load().catch(() => undefined);', 'replaced'],
    ['load().catch(() => {});', 'ignored'],
    ['load().catch(ignoreErrors);', 'ignored'],
    ['load().catch(swallow);', 'ignored'],
    ['load().catch(ignoreIfMissing);', 'forwarded'],
    ['load().catch(helpers.swallowAbort);', 'forwarded'],
    ['load().catch((e) => { ignoreIfMissing(e); });', 'forwarded'],
    ['load().catch((e) => { suppressAll(e); });', 'ignored'],
    ['load().catch((e) => fail(e));', 'returned'],
    ['load().catch(console.error);', 'logged'],
    ['load().catch(console.error.bind(console));', 'logged'],
    ['load().catch(Sentry.captureException);', 'reported'],
    ['load().catch(noop);', 'ignored'],
    ['load().catch(fail);', 'forwarded'],
    ['const fail = (e) => { throw e; }; load().catch(fail);', 'rethrown'],
    ['read(path, (err, data) => { if (err) throw err; use(data); });', 'rethrown'],
    ['read(path, (err, data) => { if (err) return; use(data); });', 'ignored'],
    ['emitter.on("error", () => {});', 'ignored'],
    ['function f(r) { if (r.status === "rejected") throw r.reason; }', 'rethrown'],
  ])('%s → %s', (code, kind) => {
    expect(readOutcomes(code)).toEqual([kind]);
  });
});

test('the number of paths does not grow with the nesting', () => {
  const branches = Array.from({ length: 40 }, (_, index) => `if (a${index}) b${index}(); else c${index}(e);`).join(' ');
  const source = readSource(inCatch(branches));
  const [handler] = readHandlers(source);
  expect(handler && analyzeHandler(source, settings, handler).outcomes.length).toBeLessThan(10);
});
