import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createHandlerCounter, type HandlerCounts } from '../../codemods/engine/audit/handler-counts.ts';
import { mayConcernErrors } from '../../codemods/engine/audit/may-concern-errors.ts';
import { discoverFiles } from '../../codemods/engine/discover/discover-files.ts';
import { runRules } from '../../codemods/engine/host/run-rules.ts';
import { HostSource } from '../../codemods/engine/source/host-source.ts';
import { parseSource } from '../../codemods/engine/source/parse-source.ts';
import { getCorpusPackages, getPackageFolder } from '../real-code/corpus.ts';
import { createSetup } from './support/audit-text.ts';

/** What the audit asks of a file; what does not parse, such as a part of a function, has no comments here. */
function mayConcern(text: string): boolean {
  return mayConcernErrors(text, parseSource('a.ts', text).parsed?.comments ?? []);
}

describe('a file that may concern errors', () => {
  it.each([
    'try { a() } finally {}\ncatch_me()',
    'throw a;',
    'p.catch(f)',
    'p.then(f, g)',
    'p\n  . then(f, g)',
    "stream.on('error', f)",
    "process.on('uncaughtException', f)",
    'window.onerror = f',
    'source.subscribe(f, g)',
    "if (r.status === 'rejected') f(r)",
    'read(path, (err, data) => data)',
    'read(path, (er, data) => data)',
    'app.use((e, req, res, next) => next())',
    'read((ex: Failure | null) => f())',
    'read((cause?: Failure) => f())',
    'class A { componentDidCatch(a) {} }',
    'p.c\\u0061tch(f)',
    'Promise.reject(1)',
    "function read(callback) { callback('no such file') }",
    "function read(cb?: Done) { cb?.('no such file') }",
    'const serve = (done) => done(`no such file`)',
    "function read(onDoneCb) { onDoneCb!('no such file') }",
    "function read(fn) { fn<string>('no such file') }",
    "const step = (next) => next /* now */ ('no such file')",
    "new Promise((yes, no) => no('took too long'))",
    "new /* a */ Promise((yes, no) => no('took too long'))",
    "controller.abort('took too long')",
    "controller['abort']('took too long')",
    "socket.destroy('took too long')",
    'await Promise.allSettled(tasks)',
    'try { a() } finally { return b }',
    'import { spawn } from "node:child_process"; spawn(a)',
    "const fs = require('fs'); fs.writeFile(a, b, () => {})",
    'setInterval(async () => { await a() }, 1)',
    "socket.on('data', async () => { await a() })",
    'list.forEach(async (a) => { await b(a) })',
    'async function a() { await b() } list.forEach(a)',
    '// expected: the page works without it',
    'export const a = "// p.catch(f)";',
    'socket.onmessage = async () => { await a() }',
  ])('%s', (text) => {
    expect(mayConcern(text)).toBe(true);
  });

  it.each([
    'export interface A { b: string }',
    'export const colors = ["red"];',
    'items.map((e) => e.id)',
    'async function a() { await b() }',
    "setInterval(a, 1); import b from 'path'",
    '',
    '// an error that is thrown is caught elsewhere\nexport const colors = ["red"];',
    'export interface A { /* throws (e) */ b: string } // .catch(',
  ])('is not: %s', (text) => {
    expect(mayConcern(text)).toBe(false);
  });

  it('in real code, no file beside them has a handler or a finding', () => {
    const setup = createSetup(process.cwd());
    const folders = getCorpusPackages('demo').map(getPackageFolder);
    const { tasks } = discoverFiles(folders, { purpose: 'audit', cwd: setup.cwd, includeTests: true, testGlobs: [] });
    let passedOver = 0;
    for (const { path, file } of tasks) {
      const text = readFileSync(path, 'utf8');
      const { parsed } = parseSource(path, text);
      if (!parsed || mayConcernErrors(parsed.text, parsed.comments)) continue;
      const source = new HostSource(parsed);
      const handlers: HandlerCounts = {};
      const environment = { filename: path, cwd: setup.cwd, settings: {} };
      const reports = runRules(source, setup.plan, environment, [
        createHandlerCounter(source, setup.settings, handlers),
      ]);
      expect({ file, reports, handlers }).toEqual({ file, reports: [], handlers: {} });
      passedOver++;
    }
    expect(passedOver).toBeGreaterThan(100);
  });
});
