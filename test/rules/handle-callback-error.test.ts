import handleCallbackError from '../../rules/handle-callback-error.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const ignored = ['ignored'];
const bare: ExpectedError[] = [{ messageId: 'ignored', suggestions: [] }];
const offer = (messageId: string, suggestion: string, output: string): ExpectedError[] => [
  { messageId, suggestions: [{ messageId: suggestion, output }] },
];
const inPromise = (body: string): string => `new Promise((resolve, reject) => { ${body} });`;
const inFunction = (body: string): string => `function load(path, callback) { ${body} }`;

testRule('handle-callback-error', handleCallbackError, {
  valid: [
    // The error is looked at, and the callback stops.
    'read(path, (err, data) => { if (err) return fail(err); use(data); });',
    'read(path, (err, data) => { if (err) { fail(err); return; } use(data); });',
    'read(path, (err, data) => { if (err) { fail(err); } else { use(data); } });',
    'read(path, (err, data) => { if (!err) { use(data); } });',
    'read(path, (err, data) => { if (!err) use(data); else fail(err); });',
    'read(path, (err, data) => { if (err != null) return; use(data); });',
    'read(path, (err, data) => (err ? fail(err) : use(data)));',
    'read(path, (err, data) => { switch (true) { case err !== null: return; default: use(data); } });',
    'read(path, (err, data) => { assert.ifError(err); use(data); });',
    'read(path, (err, data) => done(err, data));',
    'write(path, (err) => done(err));',
    'write(path, done);',
    'access(path, (err) => resolve(!err));',
    inPromise('read(path, (err, data) => { if (err) return reject(err); resolve(data); });'),
    inPromise('read(path, (err, data) => (err ? reject(err) : resolve(data)));'),
    inPromise('read(path, (err, data) => { if (err) { reject(err); } else { resolve(data); } });'),
    'read(path, (err, data) => { if (err) process.exit(1); use(data); });',
    { name: 'the branch repairs the result', code: 'read(path, (err, data) => { if (err) data = []; use(data); });' },
    {
      name: 'a function of its own handles it',
      code: 'read(path, (err, data) => { if (err) fail(err); use(data); });',
    },
    { name: 'told afterwards', code: 'read(path, (err, data) => { if (err) log.warn(err); done(err, data); });' },
    'read(path, function () { done.apply(this, arguments); });',
    'read(path, function (err, data) { done.apply(null, arguments); });',
    'read(path, (...results) => done(...results));',

    // The result tells of the failure.
    'read(path, (_err, data) => resolve(data ?? null));',
    'read(path, (_err, data) => { if (!data) return; use(data); });',
    'stat(path, (err, stats) => resolve(stats?.isDirectory() ?? false));',
    'stat(path, (err, stats) => resolve(stats && stats.isDirectory()));',
    'stat(path, (err, stats) => resolve(!!stats));',
    'read(path, (err, data) => { if (err) console.warn(err); use(data || []); });',
    'run(command, (err, stdout) => resolve(stdout.trim() ? 1 : 0));',

    // Nothing is to be done when a cleanup fails.
    'import fs from "fs"; fs.unlink(path, () => {});',
    'import { close } from "node:fs"; close(file, () => {});',
    'socket.destroy(reason, (err) => { done(); });',

    // No error-first callbacks.
    'emitter.on("error", (err) => {});',
    'load().catch((err) => {});',
    'load().then(use, (err) => {});',
    'try { load(); } catch (err) {}',
    'errors.map((error, index) => index);',
    'errors.forEach((err, index) => { use(index); });',
    'app.use((err, req, res, next) => { res.sendStatus(500); });',
    'mapError(result, (error) => new LoadError());',
    'Effect.catchAll(effect, (err) => Effect.succeed(0));',
    'source.subscribe({ error(err) {} });',
    'function help(done) { const err = new Error("m"); done(); }',
    'class A { handle(err, data) { use(data); } }',
    'const table = { handle(err, data) { use(data); } };',
    'declare function load(err: Error): void;',
    'class A { constructor(private err: Error) {} }',
    'abstract class A { abstract fail(err: Error): void; }',
    'function load({ err }) {}',
    'function load([err]) {}',
    'import { read } from "./own.ts"; read(path, () => {});',
    'import * as store from "store"; store.writeFile(path, () => {});',
    'const fs = makeFs(); fs.writeFile(path, text, () => {});',
    'function write(fs) { fs.writeFile(path, text, () => {}); }',
    'import fs from "node:fs/promises"; fs.access(path, () => {});',
    'import fs from "node:fs"; fs.watch(path, () => {});',

    // A throw that somebody catches, that ends a script, or that tells of something else.
    { filename: 'scripts/load.js', code: 'read(path, (err, data) => { if (err) throw err; use(data); });' },
    '#!/usr/bin/env node\nread(path, (err, data) => { if (err) throw err; use(data); });',
    inFunction('read(path, (err, data) => { if (err) next(err); else use(data, next); });'),
    inFunction('read(path, (err, data) => { if (err) next(err); if (data) use(data); });'),
    {
      name: 'a test may throw',
      filename: 'src/a.test.ts',
      code: 'it("m", (done) => { read(path, (err, data) => { if (err) throw err; done(data); }); });',
    },
    inFunction('read(path, (err, data) => { try { if (err) throw err; use(data); } catch (e) { callback(e); } });'),
    inFunction('read(path, (err, data) => { if (err) return callback(err); if (!data) throw new Error("m"); });'),
    inFunction('breaker.run(work, (error) => { note(error); throw error; });'),
    inFunction('read(path, (err, data) => { if (err) { later(() => { throw err; }); return; } use(data); });'),

    'import fs from "fs"; fs.mkdir(path, (err) => { if (err) console.log(err.message); console.log("done"); });',
    'server.listen(port, (err) => { if (err) console.error(err); ready(); });',

    // One answer a way.
    inFunction(
      'read(path, (err, data) => { if (err) { if (strict) return callback(); } use(data?.size); callback(); });',
    ),

    // A reason is given.
    'read(path, (err, data) => {\n  // expected: a missing file reads as no data\n  use(data);\n});',
    {
      code: '// A failed read leaves the data undefined, which is fine here.\nread(path, (_err, data) => use(data));',
      options: [{ requireDirective: false }],
    },
    '// expected: callers hand the error on themselves\nfunction onRead(err, data) { use(data); }',

    // Options.
    { code: 'read(path, (_err, data) => use(data));', options: [{ checkUnderscore: false }] },
    { code: 'function onRead(err, data) { use(data); }', options: [{ checkFunctions: false }] },
    { code: 'function onRead(error, data) { use(data); }', options: [{ names: '^err$' }] },
    { code: 'read(path, (err, data) => { if (err) log(err); use(data); });', options: [{ requireReturn: false }] },
    { code: inFunction('read(path, (err, data) => { if (err) throw err; });'), options: [{ allowThrow: true }] },
    {
      code: 'import fs from "fs"; fs.writeFile(path, text, () => { /* expected: gone */ });',
      options: [{ minReasonLength: 4 }],
    },

    // Somebody else is told.
    'import { pipeline } from "stream"; function open(file) { const gunzip = createGunzip(); pipeline(file, gunzip, () => {}); return gunzip; }',
    'import { pipeline } from "stream"; function open(file, decoders) { pipeline([file, ...decoders], () => {}); return decoders.at(-1); }',
    'new Promise((resolve) => { compiler.watch(options, /* Errors come by the hook. */ (_err) => { resolve(); }); });',
    'function login(request, response) { return authenticate("local", (err, user) => { if (err) throw err; use(user); })(request, response); }',
  ],
  invalid: [
    { code: 'read(path, (err, data) => { use(data); });', errors: bare },
    { code: 'read(path, (err, data) => use(data));', errors: bare },
    { code: 'read(path, (err, data) => {});', errors: bare },
    { code: 'read(path, function (err, data) { use(data); });', errors: bare },
    { code: 'read((err, data) => { use(data); });', errors: ignored },
    { code: 'read(path, (_err, data) => use(data));', errors: ignored },
    { code: 'read(path, (error, data) => use(data));', errors: ignored },
    { code: 'client.set(key, value, (err) => { callback(); });', errors: ignored },
    { code: 'read(path, (readError: Error | null) => { show(); });', errors: ignored },
    { code: 'read(path, async (err, data) => { await use(data); });', errors: ignored },
    { code: 'read?.(path, (err, data) => use(data));', errors: ignored },
    {
      name: 'what a program writes to stderr does not tell',
      code: 'exec(command, (error, stdout, stderr) => { if (stderr) console.warn(stderr); use(stdout); });',
      errors: ignored,
    },
    {
      name: 'an inner parameter of that name is another one',
      code: 'read(path, (err, data) => { data.forEach((err) => use(err)); });',
      errors: ignored,
    },
    {
      code: inFunction('read(path, (err, data) => { callback(null, data); });'),
      errors: [
        {
          messageId: 'ignored',
          data: { name: 'err', handlerKind: 'callback', outcome: 'ignored' },
          line: 1,
          column: 45,
          suggestions: [
            {
              messageId: 'guard',
              output: inFunction(
                'read(path, (err, data) => { if (err) return callback(err); callback(null, data); });',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'the guard takes the indentation',
      code: inPromise('\n  read(path, (err, data) => {\n    // the text\n    resolve(data);\n  });\n'),
      errors: offer(
        'ignored',
        'guard',
        inPromise(
          '\n  read(path, (err, data) => {\n    // the text\n    if (err) return reject(err);\n    resolve(data);\n  });\n',
        ),
      ),
    },
    {
      name: 'CRLF',
      code: inPromise('\r\n  read(path, (err, data) => {\r\n    resolve(data);\r\n  });\r\n'),
      errors: offer(
        'ignored',
        'guard',
        inPromise(
          '\r\n  read(path, (err, data) => {\r\n    if (err) return reject(err);\r\n    resolve(data);\r\n  });\r\n',
        ),
      ),
    },
    {
      name: 'an empty body',
      code: inPromise('read(path, (err, data) => { /* later */ });'),
      errors: offer(
        'ignored',
        'guard',
        inPromise('read(path, (err, data) => { if (err) return reject(err);  /* later */ });'),
      ),
    },
    {
      name: 'another reject stands in between',
      code: inPromise('list.forEach((reject) => { read(path, (err, data) => { use(data); }); });'),
      errors: bare,
    },
    {
      name: 'an expression takes no guard',
      code: inPromise('read(path, (err, data) => resolve(data));'),
      errors: bare,
    },

    // Functions of Node, with and without the parameter.
    { code: 'import fs from "node:fs"; fs.writeFile(path, text, () => {});', errors: ['unbound'] },
    { code: 'import fs from "fs"; fs.writeFile(path, text, () => console.log("saved"));', errors: ['unbound'] },
    { code: 'import { writeFile } from "fs"; writeFile(path, text, function () { done(); });', errors: ['unbound'] },
    { code: 'import * as fs from "node:fs"; fs.readFile(path, (_, data) => use(data));', errors: ignored },
    { code: 'import fs = require("fs"); fs.readFile(path, (problem, data) => use(data));', errors: ignored },
    { code: 'const fs = require("fs"); fs.readFile(path, (problem, data) => use(data));', errors: ignored },
    { code: 'const { readFile } = require("fs"); readFile(path, (problem, data) => use(data));', errors: ignored },
    { code: 'require("fs").readFile(path, (problem, data) => use(data));', errors: ignored },
    { code: 'import { exec } from "node:child_process"; exec(command, (e, out) => show(out));', errors: ignored },
    { code: 'import crypto from "crypto"; crypto.randomBytes(16, (x, bytes) => use(bytes));', errors: ignored },
    { code: 'import { pipeline } from "stream"; pipeline(a, b, () => done());', errors: ['unbound'] },
    {
      name: 'what is returned is the input',
      code: 'import { pipeline } from "stream"; function open(file, socket) { pipeline(file, socket, () => {}); return file; }',
      errors: ['unbound'],
    },
    {
      name: 'the comment speaks of the work',
      code: 'new Promise((resolve) => { compiler.watch(options, /* the first build */ (_err) => { resolve(); }); });',
      errors: ['ignored'],
    },
    { code: 'import fs from "fs"; class A { static { fs.mkdir(path, () => {}); } }', errors: ['unbound'] },

    // Noted, and then as if nothing had failed.
    {
      code: 'read(path, (err, data) => { if (err) console.error(err); use(data); });',
      errors: offer(
        'continues',
        'return',
        'read(path, (err, data) => { if (err) return console.error(err); use(data); });',
      ),
    },
    {
      code: 'read(path, (err, data) => { if (err) { console.error(err); } use(data); });',
      errors: offer(
        'continues',
        'return',
        'read(path, (err, data) => { if (err) { return console.error(err); } use(data); });',
      ),
    },
    {
      code: 'read(path, (err, data) => { if (err) {} use(data); });',
      errors: offer('continues', 'return', 'read(path, (err, data) => { if (err) { return; } use(data); });'),
    },
    {
      name: 'a line comment ends at its line',
      code: 'read(path, (err, data) => { if (err) { // later\n } use(data); });',
      errors: [{ messageId: 'continues', suggestions: [] }],
    },
    { code: 'read(path, (err, data) => { if (err !== null) log("failed"); use(data); });', errors: ['continues'] },
    {
      code: 'read(path, (err, data) => { if (err instanceof Error) logger.warn({ err }); use(data); });',
      errors: ['continues'],
    },
    {
      code: 'read(path, (err, data) => { if (err) Sentry.captureException(err); use(data); });',
      errors: ['continues'],
    },
    { code: inPromise('write(path, (err) => { if (err) console.error(err); resolve(); });'), errors: ['continues'] },
    {
      name: 'one of two ways goes on',
      code: 'read(path, (err, data) => { if (err) { if (strict) return; log(err); } use(data); });',
      errors: ['continues'],
    },

    {
      code: 'import fs from "fs"; fs.mkdir(path, (err) => { if (err) console.log(err.message); start(path); });',
      errors: ['continues'],
    },

    // Answered twice.
    {
      code: inFunction('read(path, (err, data) => { if (err) callback(err); callback(null, data.length); });'),
      errors: offer(
        'answered',
        'return',
        inFunction('read(path, (err, data) => { if (err) return callback(err); callback(null, data.length); });'),
      ),
    },
    {
      code: inPromise('read(path, (err, data) => { if (err) { reject(err); } resolve(data); });'),
      errors: ['answered'],
    },
    {
      code: inPromise('read(path, (err, data) => { if (err) reject(new LoadError(err)); resolve(data); });'),
      errors: ['answered'],
    },
    {
      code: 'function get(req, res) { read(path, (err, data) => { if (err) res.status(500).send(err); res.send(data); }); }',
      errors: ['answered'],
    },

    // Thrown where nobody catches.
    {
      name: 'the call behind it answers too',
      code: inFunction('pool.take((err, connection) => { if (err) callback(err); connection.query(sql, callback); });'),
      errors: ['answered'],
    },
    {
      name: 'the result is used although there is none',
      code: inFunction('read(path, (err, data) => { if (err) callback(err); use(data.rows); });'),
      errors: ['continues'],
    },
    {
      code: inPromise('read(path, (err, data) => { if (err) throw err; resolve(data); });'),
      errors: offer(
        'thrown',
        'passOn',
        inPromise('read(path, (err, data) => { if (err) return reject(err); resolve(data); });'),
      ),
    },
    {
      code: inFunction(
        'read(path, (err, data) => { if (err) { throw new LoadError("m", { cause: err }); } callback(null, data); });',
      ),
      errors: offer(
        'thrown',
        'passOn',
        inFunction(
          'read(path, (err, data) => { if (err) { return callback(new LoadError("m", { cause: err })); } callback(null, data); });',
        ),
      ),
    },
    {
      name: 'a comment in the statement would be lost',
      code: inPromise('read(path, (err, data) => { if (err) throw /* why */ err; resolve(data); });'),
      errors: [{ messageId: 'thrown', suggestions: [] }],
    },
    {
      name: 'nobody is there to be told',
      code: 'function start() { read(path, (err, data) => { if (err) throw err; use(data); }); }',
      errors: [{ messageId: 'thrown', suggestions: [] }],
    },
    {
      code: 'function start() { read(path, (err, data) => { if (!err) { use(data); } else throw err; }); }',
      errors: ['thrown'],
    },
    {
      code: 'async function start() { outer: for (const path of paths) read(path, (err, data) => { if (err) throw err; use(data); }); }',
      errors: ['thrown'],
    },

    // Functions that are declared apart.
    { code: 'function onRead(err, data) { use(data); }', errors: bare },
    { code: 'function onRead(err) {}', errors: bare },
    { code: 'const onRead = (err, data) => use(data);', errors: bare },
    { code: 'const onRead = function (error) {};', errors: bare },
    { code: 'function onRead(readError, data) { use(data); }', options: [{ names: 'Error$' }], errors: bare },
    { code: 'function onRead(err) { try { use(); } catch (err) {} }', errors: bare },
    { code: 'function* onRead(err) { yield 1; }', errors: bare },

    // Nested.
    {
      code: 'read(a, (err, x) => { read(x, (err, y) => { if (err) return; use(y); }); });',
      errors: [{ messageId: 'ignored', column: 10 }],
    },
    {
      code: 'read(a, (err, x) => { if (err) return; read(x, (err, y) => { use(y); }); });',
      errors: [{ messageId: 'ignored', column: 49 }],
    },
    { code: 'read(path, (err, data) => {\n  // TODO\n  use(data);\n});', errors: ignored },
    {
      code: 'read(path, (err, data) => { /* expected: the file may be missing */ use(data); });',
      options: [{ allowWithReason: false }],
      errors: ignored,
    },
    {
      code: '// the file may be missing\nread(path, (err, data) => { use(data); });',
      options: [{ requireDirective: true }],
      errors: ignored,
    },
  ],
});
