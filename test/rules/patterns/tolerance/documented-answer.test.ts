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
  ])('none in %j', (code) => {
    expect(readTolerance(code)).toBeUndefined();
  });
});
