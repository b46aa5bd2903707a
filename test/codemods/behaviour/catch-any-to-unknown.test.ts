import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { catchAnyToUnknown } from '../../../codemods/catch-any-to-unknown.ts';
import { runCodemod } from '../support/run-codemod.ts';

/** What handlers do with the error; each line is one body. */
const ofErrors = [
  'return e.message;',
  'return `failed: ${e.message}`;',
  'return e.message.toUpperCase() + e.message.length;',
  'if (e.message.includes("gone")) return 1; return e.message;',
  "if (!e.message.startsWith('g')) return 2; return 3;",
  'return e.message || "none";',
  'return e.message ?? "none";',
  'return e?.message ?? String(e);',
  'return e.name === "AbortError";',
  'return e.name !== "AbortError";',
  'return e.name === "AbortError" || e.name === "TypeError" ? 1 : 2;',
  'return typeof e.stack;',
  'return String(e.stack === undefined);',
  'return e.toString();',
  'return new Error(e).message;',
  'let last: Error | undefined; last = e; return last;',
];
const ofAnything = [
  'return e.code === "ENOENT";',
  'return e.code !== "ENOENT";',
  'if (e.code === "ENOENT") return 1; throw e;',
  'if (e.code !== "ENOENT") throw e; return 1;',
  'switch (e.code) { case "ENOENT": return 1; case 4001: return 2; default: throw e; }',
  'return e.code === undefined;',
  'const wanted: unknown = undefined; return e.code === wanted;',
  'return e.code === e.status;',
  'return e.code != null;',
  'return typeof e.code === "number";',
  'return [String(e.code), e.code ? 1 : 2];',
  'return !e.code;',
  'return e.status === 404 && e.code === "ENOENT" ? 1 : 2;',
  'return `${e.status} ${e.cause}`;',
  'return e.status || 500;',
  'return e.status ?? e.statusCode ?? 500;',
  'throw e;',
];

const abort = Object.assign(new Error('gone'), { name: 'AbortError' });
const missing = Object.assign(new TypeError('gone missing'), { code: 'ENOENT', status: 404, cause: 'disk' });
const errors = [new Error('other'), abort, missing, new Error(''), new RangeError('Gone', { cause: 1 })];
const objects = [{ code: 'ENOENT' }, { code: 4001, status: 404 }, { code: undefined, statusCode: 503 }, {}];

type Handle = (run: () => void) => unknown;

/** Compiles a function that catches, and calls it with one that throws. */
function compile(code: string): Handle {
  const { code: script } = transformSync(code, { loader: 'ts' });
  // What esbuild makes of the text is the function that the text declares.
  return new Function(`${script}\nreturn handle;`)() as Handle;
}

function outcomeOf(handle: Handle, thrown: unknown): unknown {
  try {
    return {
      returned: handle(() => {
        throw thrown;
      }),
    };
  } catch (error) {
    return { thrown: error };
  }
}

function migrate(body: string): { before: Handle; after: Handle; text: string } {
  const code = `function handle(run: () => void): unknown {\n  try {\n    run();\n  } catch (e: any) {\n    ${body}\n  }\n}\n`;
  const { text } = runCodemod(catchAnyToUnknown, 'src/handle.ts', code, { unsafe: true });
  return { before: compile(code), after: compile(text), text };
}

describe('a handler does with errors what it did', () => {
  it.each([...ofErrors, ...ofAnything])('%s', (body) => {
    const { before, after, text } = migrate(body);
    expect(text).toContain('e: unknown');
    for (const error of errors) expect(outcomeOf(after, error)).toStrictEqual(outcomeOf(before, error));
  });
});

describe('properties of thrown objects count as before', () => {
  it.each(ofAnything)('%s', (body) => {
    const { before, after } = migrate(body);
    for (const object of objects) expect(outcomeOf(after, object)).toStrictEqual(outcomeOf(before, object));
  });
});

describe('nothing that can be thrown breaks the handler', () => {
  it.each([...ofErrors, ...ofAnything])('%s', (body) => {
    const { after } = migrate(body);
    for (const thrown of ['text', 42, null, undefined, Symbol.iterator]) {
      const outcome = outcomeOf(after, thrown);
      expect([{ thrown }, { returned: expect.anything() }]).toContainEqual(outcome);
    }
  });
});
