import { describe, expect, test } from 'vitest';
import handleCallbackError from '../../rules/handle-callback-error.ts';
import { lint } from '../support/lint.ts';

/*
 * The shapes that eslint-plugin-n tries its `handle-callback-err` on, in cases of our own: there a parameter of the given name is
 * handled as soon as it is mentioned.
 */
const named = (names: string): readonly object[] => [{ names }];

function isReported(code: string, options: readonly object[]): boolean {
  return lint('handle-callback-error', handleCallbackError, { code, options }, 'espree').length > 0;
}

describe('what counts as handled there is handled here', () => {
  test.each<[string, readonly object[]]>([
    ['function onLoad(err) { show(err); }', []],
    ['function onLoad(err, list) { if (err) { list = []; } }', []],
    ['const onLoad = function (err) { show(err); };', []],
    ['const onLoad = function (err) { if (err) { /* nothing yet */ } };', []],
    ['const onLoad = function (err) { if (!err) { show(); } else { } };', []],
    ['const onLoad = function (err, list) { if (!err) { show(list); } else { hide(); } };', []],
    ['const onLoad = function (err) { if (! err) { show(); } };', []],
    ['try { load(); } catch (err) { }', []],
    [
      'function onLoad(err, list) { if (list) { each(function (err) { show(err); }); } else if (err) { hide(err); } }',
      [],
    ],
    ['function onLoad(err, list) { if (list) { show(list); } else if (err) { hide(err); } }', []],
    ['function onLoad(err) { track(function (err) { if (err) { } }); show(err); }', []],
    ['function onLoad(err) { process.nextTick(function () { if (err) { } }); }', []],
    ['function outer() { function onLoad(err) { function inner() { err; later(function () { err; }); } } }', []],
    ['function outer(done) { const err = new Error("m"); done(); }', []],
    ['const onLoad = (err) => err;', []],
    ['const onLoad = (err) => !err;', []],
    ['const onLoad = (err) => err.message;', []],
    ['const onLoad = function (error) { if (error) { } };', named('^error$')],
    ['const onLoad = (error) => { if (!error) { show(); } };', named('^error$')],
    ['const onLoad = function (err) { show(err); };', named('^(?:err|error)$')],
    ['const onLoad = function (loadError) { show(loadError); };', named('^.+Error$')],
    ['const onLoad = function (load_error) { show(loadError); };', named('^.+Error$')],
    ['const onLoad = function (load_error) { show(load_error); };', named('^.+[eE]rror$')],
  ])('%s', (code, options) => {
    expect(isReported(code, options)).toBe(false);
  });
});

describe('what is reported there is reported here', () => {
  test.each<[string, readonly object[]]>([
    ['function onLoad(err) { }', []],
    ['function onLoad(err, list) { }', []],
    ['function onLoad(err) { showProblem(); }', []],
    ['function onLoad(err) { try { load(); } catch (err) { } }', []],
    ['function onLoad(err, done) { load(function (err, done) { }); }', []],
    ['const onLoad = (err) => { };', []],
    ['const onLoad = function (err) { };', []],
    ['const onLoad = function onLoad(err, list) { };', []],
    ['const onLoad = function onLoad(err) { /* if (err) { } */ };', []],
    ['function onLoad(err) { later(function (err) { show(err); }); }', []],
    ['function onLoad(error) { }', named('^error$')],
    ['load(function (err, a) { more(a, function (err, b) { if (err) { } }); });', []],
    ['load(function (err, a) { more(a, function (err, b) { most(b, function (err, c) { if (err) { } }); }); });', []],
    ['function onLoad(err) { track(function (err) { if (err) { show(err); } }); }', []],
    ['function outer() { function onLoad(err) { function inner(err) { err; } } }', []],
    ['const onLoad = function (loadError) { show(otherError); };', named('^.+Error$')],
    ['const onLoad = function (loadError) { };', named('^.+Error$')],
    ['const onLoad = function (err) { show(error); };', named('^(?:err|error)$')],
  ])('%s', (code, options) => {
    expect(isReported(code, options)).toBe(true);
  });
});

describe('the differences that the page lists', () => {
  test.each([
    'load(function (err, a) { if (err) { } more(a, function (err, b) { if (err) { } show(b); }); });',
    'function onLoad(error) { }',
  ])('silent there, reported here: %s', (code) => {
    expect(isReported(code, [])).toBe(true);
  });
});
