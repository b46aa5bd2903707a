import { describe, expect, test } from 'vitest';
import { isInvariantThrow } from '../../../../rules/patterns/classifier/is-invariant-throw.ts';
import { findThrows, parsers } from './find-throws.ts';

const isMarker = (code: string): boolean => {
  const [first] = findThrows(code, parsers.typescript);
  if (!first) throw new Error(`Cannot judge \`${code}\`: it creates no error.`);
  return isInvariantThrow(first);
};

describe('a place that correct code never reaches', () => {
  test.each([
    "switch (kind) { case 1: break; default: throw new Error('unreachable') }",
    "throw new Error('Unreachable code')",
    "throw new Error('This should never happen')",
    "throw new Error('should not happen: ' + state)",
    "throw new Error(`can't happen`)",
    "throw new Error('Invariant violated')",
    "throw new Error('Assertion failed: ' + text)",
    "throw new Error('Internal: expected a placeholder')",
    "throw new Error('Called on a fatal error, this is a bug')",
    "throw new Error('No node of that type. This is likely a bug in our code.')",
    "throw new Error('programming error: no end time')",
    'function assertNever(value: never): never { throw new Error(`unexpected ${value}`) }',
    "function unreachable() { throw new Error('oops') }",
    'function assert(condition: boolean, message: string) { if (!condition) throw new Error(message) }',
    "function invariant(ok, message = 'failed') { if (!ok) throw new Error(`Invariant: ${message}`) }",
    'switch (kind) { default: { const check: never = kind; throw new Error(`unknown ${check}`) } }',
    "throw new Error('This should not be possible')",
    'switch (kind) { default: kind satisfies never; throw new Error(`unknown ${kind}`) }',
    'switch (kind) { default: throw new Error(`unknown ${kind satisfies never}`) }',
    'if (a) { f() } else { const _exhaustiveCheck: never = a; throw new Error(`bad ${_exhaustiveCheck}`) }',
    "class A { f() { throw new Error('not implemented') } }",
    "class A { f() { throw new Error('Method not implemented.') } }",
    "class A { f() { throw new Error('subclasses must override this') } }",
    "const api = { f: () => { throw new Error('Not yet implemented') } }",
    "const api = { f: () => Promise.reject(new Error('Not implemented')) }",
  ])('%s', (code) => {
    expect(isMarker(code)).toBe(true);
  });
});

describe('an operational failure', () => {
  test.each([
    "throw new Error('Host is not reachable')",
    "throw new Error('Host unreached')",
    "throw new Error('Server answered with an internal error')",
    'switch (kind) { case 1: break; default: throw new Error(`Unknown kind ${kind}`) }',
    'if (!handler) throw new Error(`${command} not implemented`)',
    "function f(a) { log(a); throw new Error('Not implemented for this provider') }",
    "function assertName(name: string) { if (!name) throw new Error('Name is required') }",
    "function f(value: never[]) { throw new Error('The list is empty') }",
    "throw new Error('`waitUntil` cannot be called asynchronously')",
    "throw new Error('A token must not be called a password')",
    "const api = { json: () => Promise.reject(new Error('Reading JSON is not implemented, use text')) }",
    'function assertStarted(caller) { if (!this.started) throw new Error(`Call start() and await it before ${caller}`) }',
    "const value: never = f(); log(); throw new Error('Could not load')",
    "throw new Error('An exhausting list of mistakes')",
    "throw new Error('The number is likely a float')",
    'throw new Error()',
  ])('%s', (code) => {
    expect(isMarker(code)).toBe(false);
  });
});

test('all parsers of the dialect agree', () => {
  const code = "class A { f() { throw new Error('not implemented') } }";
  for (const parse of Object.values(parsers)) expect(findThrows(code, parse).map(isInvariantThrow)).toEqual([true]);
});
