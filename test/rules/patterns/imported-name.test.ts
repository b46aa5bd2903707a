import { describe, expect, test } from 'vitest';
import { getImportedName } from '../../../rules/patterns/imported-name.ts';
import { readSource } from '../../support/read-source.ts';
import { readArgument } from './read-handlers.ts';

/** The export that the argument of `which(…)` names. */
function readName(code: string): string | undefined {
  const source = readSource(code);
  return getImportedName(source, readArgument(source, 'which'));
}

describe('the export that an expression names', () => {
  test.each([
    ['import { readFile } from "fs"; which(readFile);', 'fs.readFile'],
    ['import { readFile } from "node:fs"; which(readFile);', 'fs.readFile'],
    ['import { readFile as rf } from "fs"; which(rf);', 'fs.readFile'],
    ['import { "read file" as rf } from "own"; which(rf);', 'own.read file'],
    ['import fs from "fs"; which(fs.readFile);', 'fs.readFile'],
    ['import { default as fs } from "fs"; which(fs.readFile);', 'fs.readFile'],
    ['import * as fs from "fs"; which(fs.readFile);', 'fs.readFile'],
    ['import * as fs from "fs"; which(fs.default.readFile);', 'fs.readFile'],
    ['import fs = require("fs"); which(fs.readFile);', 'fs.readFile'],
    ['import { promises } from "fs"; which(promises.readFile);', 'fs.promises.readFile'],
    ['import fs from "fs"; which(fs["readFile"]);', 'fs.readFile'],
    ['import fs from "fs"; which(fs?.readFile!);', 'fs.readFile'],
    ['import WebSocket from "ws"; which(WebSocket);', 'ws'],
    ['const fs = require("fs"); which(fs.readFile);', 'fs.readFile'],
    ['const { readFile } = require("fs"); which(readFile);', 'fs.readFile'],
    ['const { readFile: rf } = require("fs"); which(rf);', 'fs.readFile'],
    ['which(require("fs").readFile);', 'fs.readFile'],
    ['const { spawn } = await import("node:child_process"); which(spawn);', 'child_process.spawn'],
    ['import fs from "fs"; const { readFile } = fs; which(readFile);', 'fs.readFile'],
    ['import fs from "fs"; const files = fs; which(files.readFile);', 'fs.readFile'],
    ['import { Pool } from "@own/pool.ts"; which(Pool);', '@own/pool.ts.Pool'],
  ])('%s', (code, name) => {
    expect(readName(code)).toBe(name);
  });
});

describe('what is no import', () => {
  test.each([
    'which(readFile);',
    'const fs = {}; which(fs.readFile);',
    'import fs from "fs"; function f(fs) { which(fs.readFile); }',
    'let fs = require("fs"); fs = other; which(fs.readFile);',
    'import fs from "fs"; which(fs[name]);',
    'const fs = require(name); which(fs.readFile);',
    'import A = B.C; which(A.readFile);',
    'const a = b, b = a; which(a.readFile);',
  ])('%s', (code) => {
    expect(readName(code)).toBeUndefined();
  });
});
