import { describe, expect, test } from 'vitest';
import { getFailure } from '../../../../rules/patterns/causes/failure-channel.ts';
import { getText } from '../../../../rules/patterns/source.ts';
import { readSource } from '../../../support/read-source.ts';
import { readNodes } from '../read-handlers.ts';

/** Channel and value of each failure that a file sends. */
function readFailures(code: string): string[] {
  const source = readSource(code);
  return readNodes(source).flatMap((node) => {
    const failure = getFailure(source, node);
    return failure ? [`${failure.channel}(${failure.value ? getText(source, failure.value) : ''})`] : [];
  });
}

describe('failures', () => {
  test.each([
    ['throw a;', 'throw(a)'],
    ['Promise.reject(a);', 'promise-reject(a)'],
    ['Promise.reject();', 'promise-reject()'],
    ['Promise?.reject?.(a);', 'promise-reject(a)'],
    ['Promise["reject"](a);', 'promise-reject(a)'],
    ['new Promise((resolve, reject) => reject(a));', 'reject(a)'],
    ['new Promise((resolve, no) => no(a));', 'reject(a)'],
    ['new Promise(function (resolve, no) { no(a); });', 'reject(a)'],
    ['new Promise((resolve, no = other) => { no(a); });', 'reject(a)'],
    ['new Promise((resolve, no) => { later(() => { no(a); }); });', 'reject(a)'],
    ['let fail; new Promise((resolve, no) => { fail = no; }); fail(a);', 'reject(a)'],
    ['reject(a);', 'reject(a)'],
    ['deferred.reject(a);', 'reject(a)'],
    ['this.pending.reject(a);', 'reject(a)'],
    ['this.metadata.reject(new Error("m"));', 'reject(new Error("m"))'],
    ['handle.reject(new errors.TimeoutError("m"));', 'reject(new errors.TimeoutError("m"))'],
    ['function f(callback) { callback(a); }', 'callback(a)'],
    ['function f(cb) { cb(a); }', 'callback(a)'],
    ['function f(done) { done(a); }', 'callback(a)'],
    ['function f(req, res, next) { next(a); }', 'callback(a)'],
    ['function f(readCallback) { readCallback(a); }', 'callback(a)'],
    ['callback(a);', 'callback(a)'],
    ['emitter.emit("error", a);', 'emit(a)'],
    ['this.emit("error", a, b);', 'emit(a)'],
    ['controller.abort(a);', 'abort(a)'],
    ['this.abortController.abort(a);', 'abort(a)'],
    ['stream.destroy(a);', 'destroy(a)'],
    ['this.destroy(a);', 'destroy(a)'],
    ['controller.error(a);', 'destroy(a)'],
    ['this.streamController.error(a);', 'destroy(a)'],
    ['iterator.throw(a);', 'generator-throw(a)'],
    ['import { err } from "neverthrow"; err(a);', 'result(a)'],
    ['Result.err(a);', 'result(a)'],
    ['Effect.fail(a);', 'result(a)'],
    ['Either.left(a);', 'result(a)'],
  ])('%s', (code, failure) => {
    expect(readFailures(code)).toEqual([failure]);
  });
});

describe('no failures', () => {
  test.each([
    'Promise.resolve(a);',
    'Promise.reject(...a);',
    'items.reject((item) => item.done);',
    'store.reject(a);',
    'orders.reject(new Rejection(a));',
    'new Promise((resolve, reject) => resolve(a));',
    'new Promise((yes) => yes(a));',
    'new Executor((resolve, no) => no(a));',
    'const reject = show; reject(a);',
    'controller.error();',
    'console.error(a);',
    'import { callback } from "views"; callback(a);',
    'import { next } from "list"; next(a);',
    'function f(callback) { callback(); }',
    'function f(visit) { visit(a); }',
    'emitter.emit("data", a);',
    'emitter.emit("error");',
    'emitter.emit(name, a);',
    'controller.abort();',
    'upload.abort(a);',
    'stream.destroy();',
    'view.destroy(a);',
    'dice.throw(a);',
    'function err(a) {} err(a);',
    'result.err(a);',
    'Result.err();',
    'Result.ok(a);',
  ])('%s', (code) => {
    expect(readFailures(code)).toEqual([]);
  });
});
