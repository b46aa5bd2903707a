import requireErrorListener from '../../rules/require-error-listener.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const unheard = ['unheard'];
const piped = ['piped'];
const bare = (messageId: string): ExpectedError[] => [{ messageId, suggestions: [] }];
const spawned = 'import { spawn } from "node:child_process"; const child = spawn("ls");';
const read = 'import { createReadStream } from "fs"; const file = createReadStream(path);';

testRule('require-error-listener', requireErrorListener, {
  valid: [
    // Somebody listens.
    `${spawned} child.on("error", report);`,
    `${spawned} child.once("error", report);`,
    `${spawned} child.addListener("error", report).on("exit", note);`,
    `${spawned} child.on("exit", note).on("error", report);`,
    `${spawned} child.on(event, report);`,
    `${spawned} for (const event of ["error", "exit"]) child.on(event, note);`,
    `${spawned} if (verbose) { child?.on("error", report); }`,
    `${spawned} function listen() { child.on("error", report); }`,
    'import { spawn } from "child_process"; spawn("ls").on("error", report);',
    'import { spawn } from "child_process"; const child = spawn("ls").on("exit", note).on("error", report);',
    'import { spawn } from "child_process"; let child; child = spawn("ls"); child.on("error", report);',
    'import { spawn } from "child_process"; const child = spawn("ls") as ChildProcess; child.on("error", report);',
    'import { spawn } from "child_process"; const child = spawn("ls"); const same = child; same.on("error", report);',
    'import WebSocket from "ws"; const socket = new WebSocket(url); socket.onerror = report;',
    'import WebSocket from "ws"; const socket = new WebSocket(url); socket.addEventListener("error", report);',
    'import https from "https"; https.get(url, note).on("error", report);',
    'import { createClient } from "redis"; const client = await createClient().on("error", report).connect();',

    // It is handed on.
    `${spawned} watch(child);`,
    `${spawned} export { child };`,
    'import { spawn } from "child_process"; export const child = spawn("ls");',
    'import { spawn } from "child_process"; function start() { return spawn("ls"); }',
    'import { spawn } from "child_process"; const start = () => spawn("ls");',
    'import { spawn } from "child_process"; class A { child = spawn("ls"); }',
    'import { spawn } from "child_process"; class A { start() { this.child = spawn("ls"); } }',
    'import { spawn } from "child_process"; const table = { child: spawn("ls") };',
    'import { spawn } from "child_process"; children.push(spawn("ls"));',
    'import { spawn } from "child_process"; const [child] = [spawn("ls")];',
    'import { spawn } from "child_process"; function* start() { yield spawn("ls"); }',
    'import { once } from "events"; import { spawn } from "child_process"; await once(spawn("ls"), "exit");',
    `${read} for await (const chunk of file) use(chunk);`,
    `${read} pipeline(file, response, done);`,
    `${read} finished(file, done); file.pipe(response);`,
    `${read} file.toArray().then(use, report);`,
    'import { createReadStream } from "fs"; new Response(createReadStream(path));',

    // Callbacks are told.
    'import { exec } from "child_process"; exec("ls", (error, out) => { if (error) throw error; show(out); });',

    'import { exec } from "child_process"; exec("ls", callback);',
    'import { execFile } from "child_process"; execFile("ls", ["-l"], this.onEnd);',

    // Other functions of these names, and those under a name that tells nothing.
    'import { spawn as run } from "child_process"; run("ls");',
    'spawn("ls");',
    'import { spawn } from "own"; spawn("ls");',
    'import { spawn } from "own"; const child = spawn("ls"); child.on("exit", note);',
    'function start(spawn) { spawn("ls"); }',
    'const child_process = fake(); child_process.spawn("ls");',
    'import execa from "execa"; execa("ls");',
    'import { z } from "zod"; z.string().pipe(z.coerce.number());',
    'import { of } from "rxjs"; of(1).pipe(map(double));',
    'new WebSocket(url);',
    'new Worker(url);',
    'import { spawnSync } from "child_process"; spawnSync("ls");',
    'import { request } from "undici"; request(url);',
    'import { createClient } from "@supabase/supabase-js"; createClient(url);',
    'import { Pool } from "own"; new Pool();',

    // Tests and reasons.
    { filename: 'src/a.test.ts', code: `${spawned} child.kill();` },
    `import { spawn } from "child_process";\n// expected: the helper is optional, and uncaught errors are logged\nspawn("ls");`,

    // Options.
    { code: `${spawned} child.kill();`, options: [{ sources: ['stream'] }] },
    { code: `${read} file.pipe(response);`, options: [{ checkPipe: false }] },
    {
      code: 'import { spawn } from "child_process";\n// it may fail without harm\nspawn("ls");',
      options: [{ requireDirective: false }],
    },
    'import { spawn } from "node:child_process"; const child = spawn("git"); start(() => child.on("close", stop));',
    'import { spawn } from "node:child_process"; const child = spawn("git"); new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));',

    // Fields that somebody listens to, or may.
    'import net from "net"; class Feed { #socket; start() { this.#socket = net.connect(1); this.#listen(); } #listen() { this.#socket.on("error", fail); } }',
    'import net from "net"; class Feed { #socket; start() { this.#socket = net.connect(1); attach(this.#socket); } }',
    'import net from "net"; class Feed { #socket; start() { this.#socket = net.connect(1); } get socket() { return this.#socket; } }',
    'import net from "net"; class Feed { #socket; start() { const self = this; this.#socket = net.connect(1); use(() => self.#socket); } }',
    {
      code: 'import net from "net"; class Feed { protected socket; start() { this.socket = net.connect(1); this.socket.on("data", use); } }',
      filename: 'src/feed.ts',
    },
  ],
  invalid: [
    {
      name: 'a field that only its class can reach',
      code: 'import net from "net"; class Feed { #socket; start() { this.#socket = net.connect(1); this.#socket.on("data", use); } stop() { this.#socket?.end(); } }',
      errors: ['unheard'],
    },
    {
      code: 'import { spawn } from "child_process"; class Runner { private child?: ChildProcess; start() { this.child = spawn("ls"); this.child.on("exit", done); } }',
      errors: ['unheard'],
      filename: 'src/runner.ts',
    },
    {
      name: 'what an executor returns goes nowhere',
      code: 'import { spawn } from "node:child_process"; const child = spawn("git"); new Promise((resolve) => child.on("close", resolve));',
      errors: ['unheard'],
    },
    {
      code: 'import { spawn } from "node:child_process"; const child = spawn("git"); stops.forEach((stop) => child.on("close", stop));',
      errors: ['unheard'],
    },
    {
      code: `${spawned} child.on("exit", note);`,
      errors: [
        {
          messageId: 'unheard',
          column: 59,
          endColumn: 64,
          data: { name: 'spawn', handlerKind: 'error-event', outcome: 'unheard' },
          suggestions: [],
        },
      ],
    },
    { code: spawned, errors: bare('unheard') },
    { code: 'import { spawn } from "child_process"; spawn("ls");', errors: unheard },
    { code: 'import { spawn } from "child_process"; void spawn("ls");', errors: unheard },
    { code: 'import { spawn } from "child_process"; spawn("ls").unref();', errors: unheard },
    { code: 'import { spawn } from "child_process"; spawn("ls").on("exit", note).on("close", note);', errors: unheard },
    { code: 'import { spawn } from "child_process"; spawn("ls").stdout.pipe(process.stdout);', errors: unheard },
    { code: 'import { spawn } from "child_process"; spawn("ls").stdout?.on("error", report);', errors: unheard },
    { code: 'import spawn from "cross-spawn"; spawn("ls");', errors: unheard },
    { code: 'import * as processes from "node:child_process"; processes.fork("a.js").send(1);', errors: unheard },
    { code: 'import processes = require("child_process"); processes.fork("a.js");', errors: unheard },
    { code: 'const { spawn } = require("child_process"); spawn("ls");', errors: unheard },
    { code: 'require("child_process").spawn("ls");', errors: unheard },
    { code: 'import { exec } from "child_process"; exec("ls");', errors: unheard },
    { code: 'import { exec } from "child_process"; exec("ls", { cwd });', errors: unheard },
    { code: 'import { spawn } from "child_process"; spawn(command, given);', errors: unheard },
    { code: 'import { spawn } from "child_process"; let child; child = spawn("ls"); child.kill();', errors: unheard },
    { code: `${spawned} if (child) child.kill();`, errors: unheard },
    { code: `${spawned} child.stdout.on("data", note); child.stdin.write("a");`, errors: unheard },
    { code: `${spawned} { const child = other(); child.on("error", report); }`, errors: unheard },
    {
      code: 'import { spawn } from "child_process"; const run = () => new Promise((resolve, reject) => { spawn("ls").on("exit", resolve); });',
      errors: [
        {
          messageId: 'unheard',
          suggestions: [
            {
              messageId: 'listen',
              output:
                'import { spawn } from "child_process"; const run = () => new Promise((resolve, reject) => { spawn("ls").on(\'error\', reject).on("exit", resolve); });',
            },
          ],
        },
      ],
    },
    {
      code: 'import https from "https"; function load(url, callback) { https.get(url, (response) => callback(null, response)); }',
      errors: [
        {
          messageId: 'unheard',
          suggestions: [
            {
              messageId: 'listen',
              output:
                'import https from "https"; function load(url, callback) { https.get(url, (response) => callback(null, response)).on(\'error\', callback); }',
            },
          ],
        },
      ],
    },
    {
      code: 'import http from "http"; const request = http.request(url); request.write(body); request.end();',
      errors: unheard,
    },

    { code: 'import { spawn } from "child_process"; const { stdout } = spawn("ls");', errors: unheard },

    // Streams.
    { code: `${read} file.pipe(response);`, errors: bare('piped') },
    { code: 'import { createReadStream } from "fs"; createReadStream(path).pipe(gzip).pipe(response);', errors: piped },
    {
      code: 'import { createReadStream } from "fs"; createReadStream(path).pipe(response).on("error", report);',
      errors: piped,
    },
    { code: 'import fs from "fs"; const file = fs.createWriteStream(path); source.pipe(file);', errors: unheard },
    {
      code: 'import fs from "graceful-fs"; import { createWriteStream } from "fs"; const file = createWriteStream(path); file.write("a"); file.end();',
      errors: unheard,
    },
    { code: 'import zlib from "zlib"; source.pipe(zlib.createGunzip()).pipe(target);', errors: unheard },
    {
      code: 'import { createReadStream, createWriteStream } from "fs"; createReadStream(a).pipe(createWriteStream(b));',
      errors: [{ messageId: 'piped' }, { messageId: 'unheard' }],
    },

    // Sockets, workers, clients, servers.
    { code: 'import net from "net"; net.connect(80).setTimeout(10).on("data", note);', errors: unheard },
    { code: 'import { Socket } from "net"; const socket = new Socket(); socket.connect(80);', errors: unheard },
    {
      code: 'import WebSocket from "ws"; const socket = new WebSocket(url); socket.on("message", note);',
      errors: unheard,
    },
    {
      code: 'import { WebSocket } from "ws"; const socket = new WebSocket(url); socket.onmessage = note;',
      errors: unheard,
    },
    {
      code: 'import { Worker } from "worker_threads"; const worker = new Worker(url); worker.postMessage(1);',
      errors: unheard,
    },
    {
      code: 'import { Worker } from "worker_threads"; const run = () => new Promise((resolve, reject) => { const worker = new Worker; worker.on("message", resolve); });',
      errors: bare('unheard'),
    },
    {
      code: 'import { createClient } from "redis"; const client = createClient(); await client.connect();',
      errors: unheard,
    },
    { code: 'import pg from "pg"; const pool = new pg.Pool(); const rows = await pool.query(sql);', errors: unheard },
    {
      code: 'import { createClient } from "redis"; const client = createClient(); await client.connect(); await client.set("a", 1); await client.hGetAll("b");',
      errors: unheard,
    },
    { code: 'import chokidar from "chokidar"; chokidar.watch(path).on("change", note);', errors: unheard },
    { code: 'import { createServer } from "http"; createServer(answer).listen(8080);', errors: unheard },
    {
      code: 'import { WebSocketServer } from "ws"; const server = new WebSocketServer({ port }); server.on("connection", note);',
      errors: unheard,
    },

    // Strange places.
    { code: 'import { spawn } from "child_process"; class A { static { spawn("ls"); } }', errors: unheard },
    {
      code: 'import { spawn } from "child_process"; a: for (;;) { const child = spawn("ls"); child.kill(); continue a; }',
      errors: unheard,
    },
    {
      code: 'import { spawn } from "child_process"; class A { @traced run() { const child: ChildProcess = spawn("ls")!; child.unref(); } }',
      errors: unheard,
    },
    { code: 'import { spawn } from "child_process"; try { spawn("ls"); } catch (e) { report(e); }', errors: unheard },

    // Options.
    {
      filename: 'src/b.test.ts',
      code: `${spawned} child.unref();`,
      options: [{ allowInTests: false }],
      errors: unheard,
    },
    { code: 'import { spawn } from "child_process";\n// expected: gone\nspawn("ls");', errors: unheard },
    { code: 'import { spawn } from "child_process";\n// it may fail without harm\nspawn("ls");', errors: unheard },
  ],
});
