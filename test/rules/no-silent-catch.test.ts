import noSilentCatch from '../../rules/no-silent-catch.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const silent = ['silent'];
const rethrow = (output: string): ExpectedError[] => [
  { messageId: 'silent', suggestions: [{ messageId: 'rethrow', output }] },
];
const bare: ExpectedError[] = [{ messageId: 'silent', suggestions: [] }];

testRule('no-silent-catch', noSilentCatch, {
  valid: [
    // Text that is made of the error is handed on.
    'try { load(); } catch (e) { port.postMessage({ result: { message: e.message } }); }',
    'try { load(); } catch (e) { setErrorMessage(String(e)); }',
    'try { load(); } catch (e) { await sendMessage(id, e.message); }',
    'try { load(); } catch (e) { message(e.message); }',
    'try { load(); } catch (e) {\n  // chunks of a stream may be cut anywhere\n  // console.log(e);\n}',
    // The error goes somewhere.
    'try { load(); } finally { close(); }',
    'try { load(); } catch (e) { throw e; }',
    'try { load(); } catch (e) { throw new LoadError("m"); }',
    'try { load(); } catch (e) { console.error(e); }',
    'try { load(); } catch (e) { report(e); }',
    'try { load(); } catch { failures++; }',
    'try { load(); } catch { process.exit(1); }',
    'try { load(); } catch (e) { lastError = e; }',
    'try { load(); } catch (e) { errors.push(e); }',
    'try { load(); } catch { setFailed(true); }',
    'function f() { try { load(); } catch (e) { return { ok: false, error: e }; } }',
    'function* f() { try { yield load(); } catch (e) { yield e; } }',
    'load().catch((e) => { throw e; });',
    'load().catch(onFailure);',
    'load().catch(this.fail.bind(this));',
    'load().then(use, reject);',

    // A default instead of the error is the matter of no-silent-fallback.
    'function f() { try { return load(); } catch { return []; } }',
    'for (const item of items) { try { load(item); } catch { continue; } }',
    'async function f() { return load().catch(() => null); }',

    // Only expected errors are dropped.
    'try { load(); } catch (e) { if (e.code !== "ENOENT") throw e; }',
    'try { load(); } catch (e) { if (!(e instanceof NotFoundError)) throw e; }',
    'try { load(); } catch (e) { if (e.code === "ENOENT") { } else { throw e; } }',
    'try { load(); } catch (e) { switch (e.code) { case "ENOENT": break; default: throw e; } }',
    'load().catch((e) => { if (!isMissing(e)) throw e; });',

    // A comment says why.
    'try { load(); } catch {\n  // expected: the cache may be cold on the first start\n}',
    'try { load(); } catch { /* expected: the cache may be cold */ }',
    'try { load(); } catch {\n  // best-effort: metrics are not worth a failure\n}',
    'try { load(); } catch {\n  // intentional: the file appears later\n}',
    'try { load(); } catch {\n  // ignore-error: the file appears later\n}',
    'try { load(); } catch {\n  // The cache may be cold on the first start.\n}',
    'try { load(); } catch (e) {\n  // Ignored, because the file\n  // appears later.\n}',
    'try { load(); } catch (e) {\n  /*\n   * The cache may be cold.\n   */\n}',
    'try { load(); } catch { /* empty */ }',
    'try { load(); } catch {} // the cache may be cold',
    'try { load(); } catch { ; /* the cache may be cold */ }',
    'load().catch(() => { /* the cache may be cold */ });',
    'try { load(); } catch {\n  // The runtime tells of it before it rejects;\n  // stubs only throw.\n}',
    'async function f() { try { await start(); return false; } catch {}\n\n  // Always fall back to a choice.\n  return true; }',
    'try {\n  // not all wallets know this method and it can hang\n  await ask(wallet);\n  use();\n} catch {}',
    'for (const cb of cbs) { try {\n  // users hand it in, so protect against errors.\n  cb();\n} catch {} }',
    'try {\n  // cookie access throws an error in a sandboxed frame\n  cookie.set(name, "1");\n  use();\n} catch { return; }',
    '// Kick it off early, as an optimization.\nload().catch(() => {});',
    'load().catch(/* the cache may be cold */ () => {});',
    'load()\n  // the cache may be cold\n  .catch(() => {});',
    'load().catch(noop); // the cache may be cold',
    { name: 'CRLF', code: 'try {\r\n  load();\r\n} catch {\r\n  // The cache may be cold.\r\n}\r\n' },

    // One cleanup or one probe.
    'try { socket.close(); } catch {}',
    'try { await unlink(path); } catch {}',
    'try { fs.rmSync(folder, { recursive: true }); } catch {}',
    'try { process.kill(pid); } catch {}',
    'try { reader?.releaseLock(); } catch {}',
    'try { if (socket) socket.destroy(); } catch {}',
    'try { this.#stop(); } catch {}',
    'async function f() { try { await work(); } finally { await lock.release().catch(() => {}); } }',
    'unlink(path).catch(() => {});',
    'function tryLoad() { try { load(); } catch {} }',
    'const maybeLoad = () => { try { load(); } catch {} };',
    'class A { safeLoad() { try { load(); } catch {} } }',
    'function loadIfExists() { try { load(); } catch {} }',

    // An early rejection is kept quiet; whoever awaits the promise gets it.
    'async function f() { const pending = load(); pending.catch(() => {}); await other(); return await pending; }',
    'class A { run() { this.ready.catch(() => {}); return this.ready; } }',
    'for (const promise of promises) promise.catch(() => {}); const first = await Promise.race(promises);',
    'promises.forEach((promise) => promise.catch(() => {}));',

    // Not a handler.
    'z.string().catch(() => {});',
    'Effect.catch(() => {});',
    'router.catch("/path", () => {});',
    'load().then(use);',
    'load().then(use, undefined);',
    'emitter.on("data", () => {});',
    'source.subscribe({ next() {} });',

    // Options.
    { name: 'callbacks are left to others by default', code: 'read(path, (err, data) => {});' },
    { code: 'emitter.on("error", () => {});', options: [{ allowKinds: ['error-event'] }] },
    { code: 'try { cache.warm(); } catch {}', options: [{ allowOptionalCleanup: ['warm'] }] },
    { code: 'function peek() { try { load(); } catch {} }', options: [{ allowFunctionNamePattern: '^peek$' }] },
    { code: 'try { load(); } catch { /* expected: cold */ }', options: [{ minReasonLength: 4 }] },
    { code: 'try { load(); } catch { /* expected: cold cache */ }', options: [{ requireDirective: true }] },
    { code: 'try { load(); } catch (e) { track(e); }', settings: { reporters: ['track'] } },
  ],
  invalid: [
    { code: 'try { load(); } catch (e) { const text = getErrorMessage(e); }', errors: ['silent'] },
    { name: 'nobody takes the nothing that is returned', code: 'await load().catch(() => undefined);', errors: silent },
    { code: 'await load().catch(() => null);', errors: silent },
    { code: 'try { load(); } catch {}', errors: rethrow('try { load(); } catch (error) { throw error; }') },
    { code: 'try { load(); } catch (e) {}', errors: rethrow('try { load(); } catch (e) { throw e; }') },
    {
      code: 'try { load(); } catch (e) {} finally { use(); }',
      errors: rethrow('try { load(); } catch (e) { throw e; } finally { use(); }'),
    },
    { code: 'try { load(); } catch { ; }', errors: silent },
    { code: 'try { load(); } catch (e) { e; }', errors: silent },
    { code: 'try { load(); } catch (e) { void e; }', errors: silent },
    { code: 'try { load(); } catch (e) { const { message } = e; }', errors: silent },
    { code: 'try { load(); } catch (e) { if (e instanceof Error) {} }', errors: silent },
    {
      name: 'nothing runs behind a return',
      code: 'function f() { try { load(); } catch (e) { return; } use(); }',
      errors: bare,
    },
    {
      name: 'the head of the clause is shown',
      code: 'try {\n  load();\n} catch (e) {\n}\n',
      errors: [
        {
          messageId: 'silent',
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 12,
          data: { handlerKind: 'catch-clause', outcome: 'ignored' },
          suggestions: [{ messageId: 'rethrow', output: 'try {\n  load();\n} catch (e) {\n  throw e;\n}\n' }],
        },
      ],
    },

    // Comments that give no reason.
    {
      code: 'try { load(); } catch { /* TODO */ }',
      errors: rethrow('try { load(); } catch (error) { /* TODO */ throw error; }'),
    },
    { code: 'try { load(); } catch { /* TODO: handle the cold cache */ }', errors: silent },
    {
      code: 'try { load(); } catch {\n  // FIXME\n}',
      errors: rethrow('try { load(); } catch (error) {\n  // FIXME\n  throw error;\n}'),
    },
    { code: 'try { load(); } catch { /* ignore */ }', errors: silent },
    { code: 'try { load(); } catch { // ignored\n}', errors: silent },
    { code: 'try { load(); } catch { /* noop */ }', errors: silent },
    { code: 'try { load(); } catch { /* do nothing */ }', errors: silent },
    { code: 'try { load(); } catch (e) { /* swallow the error */ }', errors: silent },
    { code: 'try { load(); } catch { /**/ }', errors: silent },
    { code: 'try { load(); } catch {\n  //\n}', errors: silent },
    { code: 'try { load(); } catch (e) {\n  // console.log(e);\n}', errors: silent },
    { code: 'try { load(); } catch (e) {\n  // eslint-disable-next-line no-empty\n}', errors: silent },
    {
      name: 'a comment on the work, not on the failure',
      code: '// Loads the cache.\nload();\ntry { warm(); } catch {}',
      errors: silent,
    },

    // Promise handlers.
    { code: 'load().catch(() => {});', errors: rethrow('load().catch((error) => { throw error; });') },
    { code: 'load().catch((e) => {});', errors: rethrow('load().catch((e) => { throw e; });') },
    { code: 'load().catch(function () {});', errors: rethrow('load().catch(function (error) { throw error; });') },
    { code: 'load().catch(async () => {});', errors: rethrow('load().catch(async (error) => { throw error; });') },
    { code: 'load()?.catch(() => {});', errors: silent },
    { code: 'load()["catch"](() => {});', errors: silent },
    { code: 'async function f() { const rows = await load().catch(() => {}); use(rows); }', errors: silent },
    { code: 'load().catch(noop);', errors: bare },
    { code: 'load().catch(_.noop);', errors: bare },
    { code: 'load().catch(Function.prototype);', errors: bare },
    { code: 'void load().catch(() => {});', errors: silent },
    { code: 'for (const promise of ids.map(load)) promise.catch(() => {});', errors: silent },
    { code: 'load().then(use, () => {});', errors: silent },
    { code: 'load().then(use, noop);', errors: bare },
    { code: 'load().then(null, () => {});', errors: silent },
    { code: 'const drop = () => {}; load().catch(drop);', errors: bare },
    { code: 'function drop() {} load().catch(drop);', errors: bare },
    { code: 'class A { run() { return load().catch(this.drop); } drop() {} }', errors: bare },
    { code: 'load().catch(isDebug ? show : () => {});', errors: silent },

    // Other handlers: an event has nobody to rethrow to.
    { code: 'emitter.on("error", () => {});', errors: bare },
    { code: 'emitter.once("error", (e) => {});', errors: bare },
    { code: 'socket.onerror = () => {};', errors: bare },
    { code: 'process.on("uncaughtException", () => {});', errors: bare },
    { code: 'process.on("unhandledRejection", () => {});', errors: bare },
    { code: 'source.subscribe({ error() {} });', errors: silent },
    { code: 'source.subscribe(use, () => {});', errors: silent },

    // Nesting.
    {
      name: 'three deep, where the outer ones go on',
      code: 'try { a(); } catch { try { b(); } catch { try { c(); } catch {} } }',
      errors: silent,
    },
    { code: 'class A { static { try { load(); } catch {} } }', errors: silent },
    { code: 'async function* f() { try { yield* load(); } catch {} yield use(); }', errors: silent },

    // More than a cleanup.
    { code: 'try { socket.close(); send(report); } catch {}', errors: silent },
    { code: 'try { await deleteUser(id); } catch {}', errors: silent },
    { code: 'try { endSession(id); } catch {}', errors: silent },

    // Options.
    {
      code: 'try { load(); } catch { /* the cache may be cold */ }',
      options: [{ requireDirective: true }],
      errors: silent,
    },
    {
      code: 'try { load(); } catch { /* expected: the cache may be cold */ }',
      options: [{ allowWithReason: false }],
      errors: silent,
    },
    { code: 'try { load(); } catch { /* expected: cold */ }', options: [{ requireDirective: true }], errors: silent },
    { code: 'read(path, (err, data) => {});', options: [{ allowKinds: [] }], errors: silent },
    { code: 'try { socket.close(); } catch {}', options: [{ allowOptionalCleanup: [] }], errors: silent },
    {
      code: 'function tryLoad() { try { load(); } catch {} }',
      options: [{ allowFunctionNamePattern: '^peek$' }],
      errors: silent,
    },

    // Layout of the suggestion.
    {
      code: 'try {\n\tload()\n} catch {\n}\n',
      errors: rethrow('try {\n\tload()\n} catch (error) {\n\tthrow error;\n}\n'),
    },
    {
      code: 'try {\r\n  load();\r\n} catch (e) {\r\n}\r\n',
      errors: rethrow('try {\r\n  load();\r\n} catch (e) {\r\n  throw e;\r\n}\r\n'),
    },
    { code: '\uFEFFtry { load(); } catch (e) {}\n', errors: rethrow('\uFEFFtry { load(); } catch (e) { throw e; }\n') },
    { code: 'try { load(); } catch { // ignore\n}', errors: silent },
    { code: 'try { load(); } catch ({ message }) {}', errors: bare },
  ],
});
