import { describe, expect, test } from 'vitest';
import { getText } from '../../../../rules/patterns/source.ts';
import { readSource } from '../../../support/read-source.ts';
import { readHandlers } from '../read-handlers.ts';

/** Kind, parameter and variables of each handler, as `kind(parameter: variables)`. */
function describeHandlers(code: string): string[] {
  const source = readSource(code);
  return readHandlers(source).map(({ kind, parameter, variables }) => {
    const text = parameter ? getText(source, parameter) : '';
    return `${kind}(${text}: ${variables.map(({ name }) => name).join()})`;
  });
}

describe('catch clauses', () => {
  test.each([
    ['try {} catch {}', 'catch-clause(: )'],
    ['try {} catch (e) {}', 'catch-clause(e: e)'],
    ['try {} catch (e: unknown) {}', 'catch-clause(e: unknown: e)'],
    ['try {} catch ({ message }) {}', 'catch-clause({ message }: )'],
    ['try {} catch ([first]) {}', 'catch-clause([first]: )'],
  ])('%s', (code, handler) => {
    expect(describeHandlers(code)).toEqual([handler]);
  });

  test('a try statement without one has no handler', () => {
    expect(describeHandlers('try {} finally {}')).toEqual([]);
  });

  test('nested three deep', () => {
    expect(describeHandlers('try {} catch (a) { try {} catch (b) { try {} catch (c) {} } }')).toEqual([
      'catch-clause(a: a)',
      'catch-clause(b: b)',
      'catch-clause(c: c)',
    ]);
  });
});

describe('promise handlers', () => {
  test.each([
    ['p.catch(() => {});', 'promise-catch(: )'],
    ['p.catch((e) => {});', 'promise-catch(e: e)'],
    ['p.catch((e = 1) => {});', 'promise-catch(e = 1: e)'],
    ['p.catch((...all) => {});', 'promise-catch(...all: all)'],
    ['p.catch(({ message }) => {});', 'promise-catch({ message }: )'],
    ['p.catch(function (this: Owner, e) {});', 'promise-catch(e: e)'],
    ['p["catch"]((e) => {});', 'promise-catch(e: e)'],
    ['p?.catch((e) => {});', 'promise-catch(e: e)'],
    ['p.catch?.((e) => {});', 'promise-catch(e: e)'],
    ['(p.catch)((e) => {});', 'promise-catch(e: e)'],
    ['p.catch(((e) => {}) as Handler);', 'promise-catch(e: e)'],
    ['Promise.all(list).catch((e) => {});', 'promise-catch(e: e)'],
    ['p.then(f, (e) => {});', 'promise-then(e: e)'],
    ['p.then(null, (e) => {});', 'promise-then(e: e)'],
    ['p.then(undefined, (e) => {});', 'promise-then(e: e)'],
    ['p.catch(console.error);', 'promise-catch(: )'],
    ['p.catch(this.fail.bind(this));', 'promise-catch(: )'],
    ['const fail = (e) => {}; p.catch(fail);', 'promise-catch(e: e)'],
    ['function fail(e) {} p.catch(fail);', 'promise-catch(e: e)'],
    ['class A { run() { p.catch(this.fail); } fail(e) {} }', 'promise-catch(e: e)'],
    ['class A { run() { p.catch(this.#fail); } #fail = (e) => {}; }', 'promise-catch(e: e)'],
  ])('%s', (code, handler) => {
    expect(describeHandlers(code)).toEqual([handler]);
  });

  test('one for each arm of a choice', () => {
    expect(describeHandlers('p.catch(x ? (a) => {} : y ? fail : (b) => {});')).toEqual([
      'promise-catch(a: a)',
      'promise-catch(: )',
      'promise-catch(b: b)',
    ]);
  });

  test.each([
    'p.then(f);',
    'p.then(f, undefined);',
    'p.then(f, null);',
    'p.catch();',
    'p.catch(...all);',
    'p.then(...all);',
    'p.catch("text");',
    'p.catch(a, b);',
    'p.finally((e) => {});',
    'p[method]((e) => {});',
    'Effect.catch((e) => {});',
    'z.string().catch((e) => {});',
    'caught.push((e) => {});',
  ])('none in %s', (code) => {
    expect(describeHandlers(code)).toEqual([]);
  });
});

describe('error-first callbacks', () => {
  test.each([
    ['read(path, (err, data) => {});', 'callback(err: err)'],
    ['read(path, function (error, data) {});', 'callback(error: error)'],
    ['fs.readFile(path, (err) => {});', 'callback(err: err)'],
    ['read((err, data) => {});', 'callback(err: err)'],
    ['listen((err) => { if (err) stop(err); });', 'callback(err: err)'],
    ['listen(function (error) { if (!error) return start(); stop(error); });', 'callback(error: error)'],
    ['read((readErr: Error | null) => {});', 'callback(readErr: Error | null: readErr)'],
    ['import fs from "node:fs"; fs.readFile(path, (_, data) => {});', 'callback(_: _)'],
    ['import { writeFile } from "fs"; writeFile(path, text, () => {});', 'callback(: )'],
    ['require("child_process").exec(command, (problem, out) => {});', 'callback(problem: problem)'],
  ])('%s', (code, handler) => {
    expect(describeHandlers(code)).toEqual([handler]);
  });

  test('may be called without an error', () => {
    expect(
      readHandlers(readSource('read(path, (err, data) => {});')).map(({ isConditional }) => isConditional),
    ).toEqual([true]);
  });

  test.each([
    'read(path, (data) => {});',
    'list.map((e) => e.id);',
    'list.forEach((error) => show(error));',
    'errors.map((error, index) => index);',
    'store.writeFile(path, text, () => {});',
    'import fs from "node:fs/promises"; fs.readFile(path, (_, data) => {});',
    'read((err: Error) => {});',
    'read((err, data) => {}, options);',
    'read(path, ({ err }) => {});',
    'const callback = (err, data) => {};',
    'mapError((err) => { if (err.code) return null; });',
    'mapError((err) => { note(err); if (err) stop(); });',
  ])('none in %s', (code) => {
    expect(describeHandlers(code)).toEqual([]);
  });
});

describe('events', () => {
  test.each([
    ['emitter.on("error", (e) => {});', 'error-event(e: e)'],
    ['emitter.once("error", (e) => {});', 'error-event(e: e)'],
    ['emitter.addListener("error", fail);', 'error-event(: )'],
    ['target.addEventListener("error", (event) => {});', 'error-event(event: event)'],
    ['process.on("uncaughtException", (e) => {});', 'process-event(e: e)'],
    ['process.on("unhandledRejection", (reason) => {});', 'process-event(reason: reason)'],
    ['socket.onerror = (event) => {};', 'error-event(event: event)'],
    ['window.onerror = (message, source, line, column, error) => {};', 'error-event(error: error)'],
  ])('%s', (code, handler) => {
    expect(describeHandlers(code)).toEqual([handler]);
  });

  test.each([
    'emitter.on("data", (e) => {});',
    'emitter.on(name, (e) => {});',
    'emitter.on("error");',
    'emitter.off("error", (e) => {});',
    'socket.onmessage = (event) => {};',
    'socket.onerror = fail;',
    'onerror = (event) => {};',
  ])('none in %s', (code) => {
    expect(describeHandlers(code)).toEqual([]);
  });
});

describe('frameworks', () => {
  test.each([
    ['source.subscribe({ next, error: (e) => {} });', 'observable(e: e)'],
    ['source.subscribe({ error(e) {} });', 'observable(e: e)'],
    ['source.subscribe(next, (e) => {});', 'observable(e: e)'],
    ['source.pipe(catchError((e) => of(1)));', 'observable(e: e)'],
    ['app.use((err, req, res, next) => {});', 'middleware(err: err)'],
    ['function fail(error, request, response, next) {}', 'middleware(error: error)'],
    ['app.setErrorHandler((error, request, reply) => {});', 'middleware(error: error)'],
    ['app.onError((err, c) => {});', 'middleware(err: err)'],
    ['class A { componentDidCatch(error, info) {} }', 'component(error: error)'],
    ['class A { static getDerivedStateFromError(error) {} }', 'component(error: error)'],
  ])('%s', (code, handler) => {
    expect(describeHandlers(code)).toEqual([handler]);
  });

  test.each([
    'source.subscribe(next);',
    'source.subscribe({ next() {} });',
    'source.subscribe({ error: fail });',
    'function add(a, b, c, d) {}',
    'function fail(err, a, b, next) {}',
    'app.setErrorHandler(fail);',
    'class A { componentDidCatch() {} }',
  ])('none in %s', (code) => {
    expect(describeHandlers(code)).toEqual([]);
  });
});

describe('settled results', () => {
  test.each([
    'for (const result of results) if (result.status === "rejected") use(result.reason);',
    'function f(result) { if (result.status === "rejected") { use(result.reason); } }',
    'function f(result) { if (result?.status === "rejected") { use(result.reason); } }',
  ])('%s', (code) => {
    expect(describeHandlers(code)).toEqual(['settled-result(result: result)']);
  });

  test.each([
    'function f(result) { if (result.status === "fulfilled") use(result.value); }',
    'function f(result) { if (result.status !== "rejected") use(result.value); }',
    'function f(results) { if (results[0].status === "rejected") use(results[0].reason); }',
    'function f(result) { if (result.ok) use(result); }',
  ])('none in %s', (code) => {
    expect(describeHandlers(code)).toEqual([]);
  });
});
