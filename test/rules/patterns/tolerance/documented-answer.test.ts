import { describe, expect, test } from 'vitest';
import { readTolerance } from './read-tolerance.ts';

const read = 'try { return readFileSync(path, "utf8"); } catch { return undefined; }';

describe('an answer that the comment above the function promises', () => {
  test.each([
    `/** Returns undefined if the file does not exist or can't be read. */\nfunction f(path) { ${read} }`,
    `/**\n * Reads a file.\n * It is undefined where reading fails.\n */\nexport function f(path) { ${read} }`,
    `// Undefined when the path\n// cannot be read.\nconst f = (path) => { ${read} };`,
    `class A {\n  /** Undefined for an unreadable file. */\n  f(path) { ${read} }\n}`,
    '/** An empty list if the folder cannot be listed. */\nfunction f(p) { try { return readdirSync(p); } catch { return []; } }',
    '/** None if it fails to run. */\nfunction f(p) { try { return run(p).out; } catch { return "none"; } }',
    '/** Falls back to the default if it cannot be read. */\nfunction f(p, d) { try { return load(p).row; } catch { return d; } }',
    '/** Null if it cannot be loaded. */\nfunction f(p) { try { return load(p).row; } catch {} return null; }',
    '/** Any unexpected shape is undefined, never a wrong file. */\nfunction f(k) { try { return load(k).row; } catch { return undefined; } }',
    '/**\n * Reads the version,\n * falling back to that of the app.\n */\nfunction f(p, given) { try { return load(p).row; } catch { return given; } }',
    '/** Replaces it. Failures are tolerated: it is made on next use. */\nasync function f() { try { this.a = await open(); } catch { this.a = null; } }',
    '/** Warms the cache (best effort). */\nasync function f() { try { await load(); } catch {} }',
    '/** Warms the cache and never throws. */\nasync function f() { try { await load(); } catch {} }',
    '/** Loads all; folders without a readable manifest are skipped. */\nasync function f() { try { await load(); } catch { return; } }',
    '/** Loads it, ignoring errors. */\nasync function f() { try { await load(); } catch {} }',
  ])('%j', (code) => {
    expect(readTolerance(code)).toBe('documented-answer');
  });

  test.each([
    `function f(path) { ${read} }`,
    `/** Reads a file. */\nfunction f(path) { ${read} }`,
    `/** Undefined if there is none. */\nfunction f(path) { ${read} }`,
    `/** Null if it cannot be read. */\nfunction f(path) { ${read} }`,
    `/** Undefined only if the path is invalid. */\nfunction f(path) { ${read} }`,
    `/** Throws if it is invalid, undefined otherwise. */\nfunction f(path) { ${read} }`,
    `/** Reads it. @returns undefined */\nfunction f(path) { ${read} }`,
    `/**\n * Reads it.\n * @returns the text, or undefined if it cannot be read\n */\nfunction f(path) { ${read} }`,
    `/** Undefined if it cannot be read. */\n\nuse();\nfunction f(path) { ${read} }`,
    '/** Undefined if it fails. */\nfunction f(p) { try { return load(p).row; } catch { /* TODO */ return undefined; } }',
    '/** Reads it, falling back to the cache. */\nasync function f() { try { await load(); } catch {} }',
    '/** Never throws only if it is cached. */\nasync function f() { try { await load(); } catch {} }',
    '/** Saves it. Failures are told to the caller, not ignored. */\nasync function f() { try { await save(); } catch {} }',
    '/** Best effort. */\nasync function f() { try { await load(); } catch { /* TODO */ } }',
  ])('none in %j', (code) => {
    expect(readTolerance(code)).toBeUndefined();
  });
});
