import noUnguardedAsyncCallback from '../../rules/no-unguarded-async-callback.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const unguarded = ['unguarded'];
const iteration = ['iteration'];
const executor = ['executor'];
const bare = (messageId: string): ExpectedError[] => [{ messageId, suggestions: [] }];
const offer = (messageId: string, suggestion: string, output: string): ExpectedError[] => [
  { messageId, suggestions: [{ messageId: suggestion, output }] },
];

testRule('no-unguarded-async-callback', noUnguardedAsyncCallback, {
  valid: [
    // The callback receives its own failures.
    'setInterval(async () => { try { await poll(); } catch (e) { report(e); } }, 10);',
    'setInterval(async () => { await poll().catch(report); }, 10);',
    'setInterval(async () => { await poll().then(note, report); }, 10);',
    'setInterval(async () => poll().catch(report), 10);',
    'setInterval(async () => { await Promise.allSettled(tasks); }, 10);',
    'setInterval(async () => { await sleep(10); note(); }, 10);',
    'setInterval(async () => { note(); }, 10);',
    'setInterval(async () => {}, 10);',
    'setInterval(async () => { try { await poll(); } catch { return; } finally { note(); } }, 10);',
    'async function poll() { try { await read(); } catch (e) { report(e); } } setInterval(poll, 10);',
    'async function poll() { try { await read(); } catch (e) { report(e); } } setInterval(async () => { await poll(); }, 10);',
    'class A { start() { setInterval(() => this.poll(), 10); } async poll() { await read(); } }',
    'class A { start() { setInterval(this.poll, 10); } async poll() { try { await read(); } catch {} } }',
    'class A { start() { setInterval(async () => { await this.#poll(); }, 10); } async #poll() { try { await read(); } catch {} } }',
    'const wait = async () => { await new Promise((resolve) => setTimeout(resolve, 10)); }; setInterval(wait, 10);',

    // No async function, as far as the file tells.
    'setInterval(poll, 10);',
    'setInterval(() => { poll(); }, 10);',
    'setInterval(function () { return poll(); }, 10);',
    'emitter.on("data", onData);',
    'emitter.on("data", async);',
    'import { poll } from "own"; setInterval(poll, 10);',
    'setTimeout(...args); async () => {};',

    // Somebody waits.
    'await list.forEach(async (item) => { await save(item); });',
    'await Promise.all(list.map(async (item) => { await save(item); }));',
    'const saved = list.map(async (item) => { await save(item); });',
    'async function f() { return list.map(async (item) => { await save(item); }); }',
    'list.map(async (item) => { await save(item); }).forEach(note);',
    'await emitter.on("data", async () => { await save(); });',
    'const off = emitter.on("data", async () => { await save(); });',
    'app.on("issues.opened", async (context) => { await save(context); });',
    'this.bot.on("message", async (context) => { await save(context); });',
    'hooks.on("message", async (context) => { await save(context); });',
    'load().then(async () => { await save(); });',
    'test("saves", async () => { await save(); });',
    'queue.process(async (job) => { await save(job); });',
    'emitter.off("data", async () => { await save(); });',

    // Express 5 waits.
    'app.get("/", async (req, res) => { res.send(await load()); });',
    { code: 'app.get("/", async (context) => { context.send(await load()); });', options: [{ express: 4 }] },
    { code: 'cache.get("/", async (req, res) => { res.send(await load()); });', options: [{ express: 4 }] },
    {
      code: 'app.get("/", async (req, res, next) => { try { res.send(await load()); } catch (e) { next(e); } });',
      options: [{ express: 4 }],
    },

    // Other functions of these names.
    'function f(setTimeout) { setTimeout(async () => { await poll(); }, 10); }',
    'import { setTimeout } from "own"; setTimeout(async () => { await poll(); }, 10);',
    'import { setInterval } from "timers/promises"; for await (const _ of setInterval(10)) await poll();',
    'clock.setTimeout(async () => { await poll(); }, 10);',
    'clock.nextTick(async () => { await poll(); });',
    'class Promise {} new Promise(async () => { await poll(); });',
    'new Own.Promise(async () => { await poll(); });',
    'new Promise((resolve, reject) => { poll().then(resolve, reject); });',
    'new Promise(async (resolve) => (this.resolve = resolve));',

    // Callbacks that receive their own failures, and handlers of a framework.
    'readFile(path, async (err, text) => { try { await save(err, text); } catch (e) { done(e); } });',
    'readFile(path, (err, text) => { save(text).then(done, done); });',
    'app.onError(async (err, c) => { await note(err); return c.text("failed"); });',
    'const task = retry(async (err, count) => { await note(err, count); });',
    'await db.run(sql, async (err, rows) => { await show(rows); });',
    'list.reduce(async (sum, row) => { await show(row); });',
    'new Promise(async (resolve, reject) => { try { resolve(await poll()); } catch (e) { reject(e); } });',
    'options.onMessage = async () => { await save(); };',
    'setTimeout(async function* () { await poll(); }, 10);',

    // A reason is given.
    '// expected: the process has a handler for unhandled rejections\nsetInterval(async () => { await poll(); }, 10);',

    // Options.
    { code: 'setInterval(async () => { await poll(); }, 10);', options: [{ callers: ['iteration'] }] },
    { code: 'list.forEach(async (item) => { await save(item); });', options: [{ callers: ['timer'] }] },
    {
      code: '// a poll that fails is tried again\nsetInterval(async () => { await poll(); }, 10);',
      options: [{ requireDirective: false }],
    },
    {
      name: 'a question is no event',
      code: 'const visit = traverse().on(isKeyword("sort"), async (node) => { await sort(node); }).on((node) => node.ok, async (node) => { await keep(node); });',
    },
  ],
  invalid: [
    {
      name: 'a chain of listeners gives the emitter',
      code: 'const client = create().on("error", report).on("moved", async () => { await save(); });',
      errors: ['unguarded'],
    },
    {
      code: 'const client = create().on("moved", async () => { await save(); }).once("error", report);',
      errors: ['unguarded'],
    },
    {
      code: 'import chokidar from "chokidar"; const watcher = chokidar.watch(folder).on("add", async () => { await save(); });',
      errors: ['unguarded'],
    },
    // Timers.
    {
      code: 'setInterval(async () => { await poll(); }, 10);',
      errors: offer(
        'unguarded',
        'guard',
        'setInterval(async () => { try { await poll(); } catch (error) { console.error(error); } }, 10);',
      ),
    },
    {
      code: 'setTimeout(async () => {\n  await poll();\n  // again\n}, 10);',
      errors: offer(
        'unguarded',
        'guard',
        'setTimeout(async () => { try {\n  await poll();\n  // again\n} catch (error) { console.error(error); } }, 10);',
      ),
    },
    {
      code: 'setImmediate(async () => poll());',
      errors: [
        {
          messageId: 'unguarded',
          column: 14,
          data: { name: 'setImmediate', handlerKind: 'timer', outcome: 'unhandled' },
          suggestions: [],
        },
      ],
    },
    { code: 'queueMicrotask(async () => { throw new Error("m"); });', errors: unguarded },
    { code: 'process.nextTick(async () => { await poll(); });', errors: unguarded },
    { code: 'globalThis.setTimeout(async () => { await poll(); }, 10);', errors: unguarded },
    {
      code: 'import { setTimeout } from "node:timers"; setTimeout(async () => { await poll(); }, 10);',
      errors: unguarded,
    },
    { code: 'import timers from "timers"; timers.setTimeout(async () => { await poll(); }, 10);', errors: unguarded },
    { code: 'requestAnimationFrame(async () => { await draw(); });', errors: unguarded },
    { code: 'setTimeout(async function () { await poll(); }, 10);', errors: unguarded },
    { code: 'setTimeout(async function () { "use strict"; await poll(); }, 10);', errors: bare('unguarded') },
    { code: 'setTimeout((async () => { await poll(); }) as () => void, 10);', errors: bare('unguarded') },
    { code: 'const timer = setTimeout(async () => { await poll(); }, 10);', errors: unguarded },
    { code: 'setTimeout(async () => { for await (const a of list) note(a); }, 10);', errors: unguarded },
    { code: 'setTimeout(async () => { try { await poll(); } finally { note(); } }, 10);', errors: unguarded },
    { code: 'setTimeout(async () => { try { note(); } catch (e) { await tell(e); } }, 10);', errors: unguarded },
    { code: 'setTimeout(async () => { await using lock = take(); await poll(lock); }, 10);', errors: unguarded },
    { code: 'try { setTimeout(async () => { await poll(); }, 10); } catch (e) { report(e); }', errors: unguarded },
    { code: 'async function poll() { await read(); } setInterval(poll, 10);', errors: bare('unguarded') },
    { code: 'const poll = async () => { await read(); }; setInterval(poll, 10);', errors: unguarded },
    {
      code: 'class A { start() { setInterval(this.poll.bind(this), 10); } async poll() { await read(); } }',
      errors: unguarded,
    },
    {
      code: 'class A { start() { setInterval(this.#poll, 10); } #poll = async () => { await read(); }; }',
      errors: unguarded,
    },
    { code: 'class A { static { setTimeout(async () => { await read(); }, 10); } }', errors: unguarded },
    {
      code: 'a: for (;;) { setTimeout(async () => { if (b) return; await read(); }, 10); continue a; }',
      errors: unguarded,
    },

    // Listeners.
    {
      code: 'process.on("SIGTERM", async () => { await close(); });',
      errors: [{ messageId: 'unguarded', data: { name: 'process.on', handlerKind: 'process' } }],
    },
    {
      code: 'socket.on("message", async (data) => { await save(data); });',
      errors: [{ messageId: 'unguarded', data: { name: 'socket.on', handlerKind: 'emitter' } }],
    },
    { code: 'socket.once("message", async (data) => { await save(data); });', errors: unguarded },
    { code: 'this.server.addListener(event, async (data) => { await save(data); });', errors: unguarded },
    { code: 'socket?.on("message", async (data) => { await save(data); });', errors: unguarded },
    { code: 'socket.on("a", note).on("b", async (data) => { await save(data); });', errors: unguarded },
    {
      code: 'class A { @bound start() { this.on("message", async (data: string): Promise<void> => { await save(data); }); } }',
      errors: unguarded,
    },
    {
      code: 'window.addEventListener("online", async () => { await sync(); });',
      errors: [{ messageId: 'unguarded', data: { name: 'window.addEventListener', handlerKind: 'event-target' } }],
    },
    {
      code: 'socket.onmessage = async (event) => { await save(event); };',
      errors: [{ messageId: 'unguarded', data: { name: 'socket.onmessage' } }],
    },

    // Iterations.
    {
      code: 'list.forEach(async (item) => { await save(item); });',
      errors: bare('iteration'),
    },
    {
      code: 'async function f() { list.forEach(async (item) => { await save(item); }); }',
      errors: offer(
        'iteration',
        'waitForAll',
        'async function f() { await Promise.all(list.map(async (item) => { await save(item); })); }',
      ),
    },
    { code: 'async function f() { list?.forEach(async (item) => { await save(item); }); }', errors: bare('iteration') },
    { code: 'list.map(async (item) => { await save(item); });', errors: iteration },
    { code: 'list.filter(Boolean).forEach(async (item) => save(item));', errors: iteration },
    { code: 'async function put(item) { await save(item); } list.forEach(put);', errors: iteration },

    // Executors.
    {
      code: 'new Promise(async (resolve, reject) => { resolve(await read()); });',
      errors: offer(
        'executor',
        'guard',
        'new Promise(async (resolve, reject) => { try { resolve(await read()); } catch (error) { reject(error); } });',
      ),
    },
    { code: 'new Promise(async (resolve) => { resolve(await read()); });', errors: bare('executor') },
    { code: 'db.query(sql, async (err, rows) => { await show(rows); });', errors: ['unguarded'] },
    {
      code: 'import { stat } from "node:fs"; stat(path, async (_, stats) => { await show(stats); });',
      errors: ['unguarded'],
    },
    {
      parsers: ['typescript'],
      code: 'new Promise<string>(async function (resolve) { resolve(await read()); });',
      errors: executor,
    },

    // Routes.
    {
      code: 'app.get("/", async (req, res) => { res.send(await load()); });',
      options: [{ express: 4 }],
      errors: bare('route'),
    },
    {
      code: 'router.use(async (req, res, next) => { await check(req); next(); });',
      options: [{ express: 4 }],
      errors: ['route'],
    },

    // Reasons that are none.
    { code: '// poll\nsetInterval(async () => { await poll(); }, 10);', errors: unguarded },
    { code: '// expected: gone\nsetInterval(async () => { await poll(); }, 10);', errors: unguarded },
    {
      code: '// expected: the process handles it\nsetInterval(async () => { await poll(); }, 10);',
      options: [{ allowWithReason: false }],
      errors: unguarded,
    },
  ],
});
