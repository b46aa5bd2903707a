import { describe, expect, it } from 'vitest';
import { parseSource } from '../../codemods/engine/source/parse-source.ts';
import { auditText } from './support/audit-text.ts';

describe('a file parses as its name says', () => {
  it.each([
    ['a.ts', 'let a: string;'],
    ['a.ts', 'const f = <T>(a: T) => <string>a;'],
    ['a.tsx', 'const f = <T,>(a: T) => <p>{a}</p>;'],
    ['a.js', '<p />;'],
    ['a.mjs', 'await 1; <p />;'],
    ['a.cjs', 'return;'],
    ['a.js', 'with (a) b;'],
    ['a.js', 'return 1;'],
    ['a.ts', 'return 1;'],
    ['a.cts', 'import a = require("a"); export = a;'],
    ['a.ts', '\ufeff#!/usr/bin/env node\nlet a: 1;'],
    ['a.ts', ''],
  ])('%s: %s', (name, text) => {
    expect(parseSource(name, text).problem).toBeUndefined();
  });
});

describe('a file that does not parse says where and why', () => {
  it.each([
    ['an unfinished declaration', 'a.ts', 'export const = 1;', 1, 14],
    ['on a later line', 'a.ts', 'ok();\r\n\r\n  let a = ;', 3, 11],
    ['behind characters of two code units', 'a.ts', '/* 😀 */ let = ;', 1, 16],
    ['behind a byte order mark', 'a.ts', '\ufefflet a = ;', 1, 9],
    ['types in JavaScript', 'a.js', 'let a: string;', 1, 6],
    ['a merge conflict', 'a.ts', '<<<<<<< HEAD\nlet a = 1;\n', 1, 1],
    ['a bracket that nothing closes', 'a.ts', 'function f() {', 1, 15],
    ['a constant without a value', 'a.ts', 'const a;', 1, 7],
  ])('%s', (_, name, text, line, column) => {
    const record = auditText(name, text);
    expect(record).toMatchObject({ status: 'failed', failure: { kind: 'parse', file: name, line, column } });
    expect(record.status === 'failed' && record.failure.reason).toMatch(/^[^\n]+[^.\n]$/);
  });

  it('also where no word of the file has to do with errors', () => {
    expect(auditText('a.ts', 'let a = ;').status).toBe('failed');
  });
});
