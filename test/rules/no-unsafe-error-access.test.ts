import rule from '../../rules/no-unsafe-error-access.ts';
import { testRule } from '../support/rule-tester.ts';

const errors = ['unsafe'];

testRule('no-unsafe-error-access', rule, {
  valid: [
    // Nothing is read.
    'try { load(); } catch (e) { throw e; }',
    'try { load(); } catch (e) { console.error(e); }',
    'try { load(); } catch { console.error("failed"); }',
    'try { load(); } catch (e) { console.error(String(e), `${e}`); }',
    'try { load(); } catch (e) { throw new Error("Cannot load.", { cause: e }); }',
    'try { load(); } catch (e) { console.error(e.toString()); }',
    'load().catch(console.error);',

    // A test around the place.
    'try { load(); } catch (e) { if (e instanceof Error) console.error(e.message); }',
    'try { load(); } catch (e) { console.error(e instanceof Error ? e.message : String(e)); }',
    'try { load(); } catch (e) { console.error(e instanceof Error && e.message); }',
    'try { load(); } catch (e) { if (e instanceof NotFoundError || e instanceof GoneError) note(e.path); }',
    'try { load(); } catch (e) { console.error(!(e instanceof Error) ? String(e) : e.message); }',
    'try { load(); } catch (e) { if (!(e instanceof Error)) { note(e); } else { note(e.message); } }',
    'try { load(); } catch (e) { if (Error.isError(e)) note(e.message); }',
    'try { load(); } catch (e) { if (isAxiosError(e)) note(e.response.status); }',
    'try { load(); } catch (e) { if (axios.isAxiosError(e) && e.response) note(e.response.status); }',
    'try { load(); } catch (e) { if (util.types.isNativeError(e)) note(e.message); }',
    'try { load(); } catch (e) { if ("message" in e) note(e.message); }',
    'try { load(); } catch (e) { if (typeof e === "object" && e !== null && "code" in e) note(e.code); }',
    'try { load(); } catch (e) { if (typeof e.message === "string") note(e.message); }',
    'try { load(); } catch (e) { note(typeof e === "string" ? e : e.message); }',
    'try { load(); } catch (e) { if (Object.hasOwn(e, "code")) note(e.code); }',
    'try { load(); } catch (e) { if (e.name === "AbortError") note(e.message); }',
    'try { load(); } catch (e) { if (e.response) note(e.response.data); }',
    'try { load(); } catch (e) { if (e?.code === "ENOENT") note(e.path); }',
    'try { load(); } catch (e) { if (e.constructor === HttpError) note(e.status); }',
    'try { load(); } catch (e) { if (e instanceof Error === true) note(e.message); }',
    'try { load(); } catch (e) { if (retryable.has(e.code)) note(e.message); }',
    'try { load(); } catch (e) { switch (true) { case e instanceof NotFoundError: note(e.path); } }',
    'try { load(); } catch (e) { switch (e.code) { case "ENOENT": note(e.path); break; default: throw e; } }',
    'try { load(); } catch (e) { while (e instanceof Error) { note(e.message); break; } }',

    // A test in front of the place.
    'try { load(); } catch (e) { if (!(e instanceof Error)) throw e; console.error(e.message); }',
    'try { load(); } catch (e) { if (!(e instanceof Error)) { note(e); return_(); throw e; } note(e.message); }',
    'function f() { try { load(); } catch (e) { if (!isHttpError(e)) return; note(e.status); } }',
    'for (const id of ids) { try { load(id); } catch (e) { if (!(e instanceof Error)) continue; note(e.message); } }',
    'try { load(); } catch (e) { if (e instanceof Error) { note(); } else { throw e; } note(e.message); }',
    'try { load(); } catch (e) { if (e.code !== "ENOENT") throw e; note(e.path); }',
    'try { load(); } catch (e) { if (e instanceof A) throw e; else if (!(e instanceof B)) throw e; note(e.text); }',
    'try { load(); } catch (e) { if (!(e instanceof A) && !(e instanceof B)) throw e; note(e.text); }',
    'try { load(); } catch (e) { if (!e || typeof e !== "object") throw e; note(e.text); }',
    'try { load(); } catch (e) { if (!(e instanceof Error)) process.exit(1); note(e.message); }',
    'try { load(); } catch (e) { if (!(e instanceof Error)) throwUnknown(e); note(e.message); }',
    'try { load(); } catch (e) { switch (e.code) { case "A": note(1); break; default: throw e; } note(e.message); }',

    // An assertion.
    'try { load(); } catch (e) { assertIsError(e); note(e.message); }',
    'try { load(); } catch (e) { assert(e instanceof Error); note(e.message); }',
    'try { load(); } catch (e) { assert.ok(isHttpError(e)); note(e.status); }',
    'try { load(); } catch (e) { invariant(e instanceof HttpError, "unexpected"); note(e.status); }',
    'try { load(); } catch (e) { expect(e).toBeInstanceOf(HttpError); note(e.status); }',
    'try { load(); } catch (e) { throwIfFatal(e); note(e.message); }',

    // The value is made an error first.
    'try { load(); } catch (e) { const err = toError(e); note(err.message); }',
    'try { load(); } catch (e) { const err = e instanceof Error ? e : new Error(String(e)); note(err.message); }',
    'try { load(); } catch (e) { e = toError(e); note(e.message); }',
    'try { load(); } catch (e) { note(toError(e).message); }',

    // The test has a name.
    'try { load(); } catch (e) { const isMissing = e instanceof NotFoundError; if (isMissing) note(e.path); }',
    'try { load(); } catch (e) { const known = isHttpError(e); const text = known ? e.text : "?"; note(text); }',

    // What is missing is provided for.
    'try { load(); } catch (e) { note(e?.message); }',
    'try { load(); } catch (e) { note(e && e.message); }',
    'try { load(); } catch (e) { note(e.message ?? String(e)); }',
    'try { load(); } catch (e) { note(e.message || e); }',
    'try { load(); } catch (e) { note(e.status ?? e.statusCode ?? 500); }',
    'try { load(); } catch (e) { note((e && e.message) || "unknown"); }',
    'try { load(); } catch (e) { note(e.response?.data?.message ?? "unknown"); }',
    'try { load(); } catch (e) { note(e.message ? e.message : String(e)); }',
    'try { load(); } catch (e) { const { message = "unknown" } = e; note(message); }',
    'try { load(); } catch ({ message = "unknown" }) { note(message); }',
    'try { load(); } catch (e) { note((e as { code?: string }).code); }',
    'try { load(); } catch (e) { note((e as Partial<HttpError>).status); }',
    'try { load(); } catch (e) { note((e as Record<string, unknown>).status); }',
    'try { load(); } catch (e) { note((e as { status: unknown }).status); }',

    // It is only compared.
    'try { load(); } catch (e) { if ((e as NodeJS.ErrnoException).code === "ENOENT") return_(); }',
    'try { load(); } catch (e) { if (e.status >= 500) retry(); }',
    'try { load(); } catch (e) { if (e.code in retries) retry(); }',
    'try { load(); } catch (e) { if (["ENOENT", "ENOTDIR"].includes(e.code)) note(); else throw e; }',
    'try { load(); } catch (e) { const code = (e as NodeJS.ErrnoException).code; if (code === "A" || code === "B") note(); }',
    'try { load(); } catch (e) { if ((<MatrixError>e).data?.errcode === "M_NOT_FOUND") note(); }',

    // It is written, not read.
    'try { load(); } catch (e) { e.handled = true; throw e; }',
    'try { load(); } catch (e) { delete e.config; throw e; }',
    'try { load(); } catch (e) { e.attempts++; throw e; }',
    'try { load(); } catch (e) { note(e[key]); }',

    // Another kind of handler, or a parameter that says what it takes.
    'readFile(path, (err, text) => { if (err) note(err.message); });',
    'socket.on("error", (e) => note(e.message));',
    'load().catch((e: HttpError) => note(e.status));',
    {
      name: 'tests look at what they caught',
      filename: 'src/load.test.ts',
      code: 'try { load(); } catch (e) { check2(e.message); }',
    },

    // Options.
    { options: [{ allowProperties: ['status'] }], code: 'try { load(); } catch (e) { note(e.status); }' },
    { options: [{ kinds: ['promise-catch'] }], code: 'try { load(); } catch (e) { note(e.status); }' },
    { options: [{ allowPlatformCalls: true }], code: 'try { JSON.parse(text); } catch (e) { note(e.message); }' },
    {
      options: [{ allowPlatformCalls: true }],
      code: 'try { readFileSync(path.join(home, "a")).toString(); } catch (e) { note(e.message); }',
    },
    { options: [{ allowPlatformCalls: true }], code: 'fs.promises.readFile(path).catch((e) => note(e.message));' },
    'try { load(); } catch (e) { const hasItems = Boolean(e?.data?.items); if (hasItems) note(e.data.items); }',
    { options: [{ allowPlatformCalls: true }], code: 'promises.readFile(path).catch((e) => note(e.message));' },

    // Strange, and silent.
    {
      name: 'a function that runs after the test',
      code: 'try { load(); } catch (e) { if (e instanceof Error) later(() => note(e.message)); }',
    },
    {
      name: 'an inner binding of the same name',
      code: 'try { load(); } catch (e) { items.map((e) => note(e.message)); }',
    },
    {
      name: 'another handler inside',
      code: 'try { load(); } catch (e) { try { again(); } catch (f) { if (f instanceof Error) note(f.message); } }',
    },
    {
      name: 'a settled result behind a test',
      code: 'for (const r of results) { if (r.status === "rejected") { note(r.reason instanceof Error ? r.reason.message : r.reason); } }',
    },
    'try { load(); } catch (e) { outer: for (;;) { if (!(e instanceof Error)) break outer; note(e.message); break; } }',
    'class A { static { try { load(); } catch (e) { if (e instanceof Error) note(e.message); } } }',
    'function* g() { try { yield load(); } catch (e) { if (!(e instanceof Error)) throw e; yield e.message; } }',
    'try { load(); } catch (e) { if (e instanceof Error) { using log = open(e.message); } }',
    'try { load(); } catch (e) { isZodError(e) ? note(e.issues) : note(e); }',
  ],

  invalid: [
    {
      code: 'try { load(); } catch (e) { console.error(e.message); }',
      errors: [
        {
          messageId: 'unsafe',
          column: 43,
          endColumn: 52,
          data: { name: 'e', property: 'message', handlerKind: 'catch-clause', outcome: 'not-narrowed' },
          suggestions: [
            {
              messageId: 'chooseText',
              output: 'try { load(); } catch (e) { console.error(e instanceof Error ? e.message : String(e)); }',
            },
            {
              messageId: 'rethrowOthers',
              output: 'try { load(); } catch (e) { if (!(e instanceof Error)) throw e; console.error(e.message); }',
            },
          ],
        },
      ],
    },
    { code: 'try { load(); } catch (e) { note((e as Error).stack); }', errors },
    { code: 'try { load(); } catch (e) { note((<Error>e).message); }', errors },
    { code: 'try { load(); } catch (e) { note(e!.message); }', errors },
    { code: 'try { load(); } catch (e: any) { note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { const err = e as HttpError; note(err.response.status); }', errors },
    { code: 'try { load(); } catch (e) { const err = e; const other = err; note(other.message); }', errors },
    { code: 'try { load(); } catch (e) { const { message, stack } = e; note(message, stack); }', errors },
    { code: 'try { load(); } catch (e) { const { message = "", stack } = e as Error; note(message, stack); }', errors },
    {
      code: 'try { load(); } catch ({ message }) { note(message); }',
      errors: [{ messageId: 'unsafe', column: 24, endColumn: 35, suggestions: [] }],
    },
    { code: 'load().catch(({ message }) => note(message));', errors },
    { code: 'load().catch((e) => note(e.message));', errors },
    { code: 'load().catch((e: any) => e.message);', errors },
    { code: 'load().then(done, (e: unknown) => note((e as Error).message));', errors },
    { code: 'load().catch(function (e) { note(e["message"]); });', errors },
    { code: 'load().catch(report); function report(e) { note(e.message); }', errors },
    { code: 'for (const r of results) { if (r.status === "rejected") { note(r.reason.message); } }', errors },

    // The test says nothing of the shape.
    { code: 'try { load(); } catch (e) { if (e) note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { if (Boolean(e)) note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { if (e !== null) note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { if (verbose) note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { if (e instanceof Error) note(e); note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { if (e instanceof Error) throw e; note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { note(e.message); if (!(e instanceof Error)) throw e; }', errors },
    { code: 'try { load(); } catch (e) { if (other instanceof Error) note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { if (e instanceof Error || force) note(e.message); }', errors },
    { code: 'try { load(); } catch (e) { log(e); note(e.message); }', errors },

    // Counting on what may be missing.
    { code: 'try { load(); } catch (e) { if (e.message.includes("ENOENT")) note(); }', errors },
    { code: 'try { load(); } catch (e) { if (/gone/.test(e.message)) note(); }', errors },
    { code: 'try { load(); } catch (e) { note(e.response.data.text ?? "unknown"); }', errors },
    { code: 'try { load(); } catch (e) { note({ code: e.code }); }', errors },
    { code: 'try { load(); } catch (e) { const code = e.code; if (code === "A") note(); note(code); }', errors },
    { code: 'try { load(); } catch (e) { note((e as { code: string }).code); }', errors },
    { code: 'try { load(); } catch (e) { e.retry(); }', errors },

    // Options.
    { options: [{ allowOptionalChain: false }], code: 'try { load(); } catch (e) { note(e?.message); }', errors },
    {
      options: [{ allowComparison: false }],
      code: 'try { load(); } catch (e) { if (e.code === "A") note(); }',
      errors,
    },
    { code: 'try { JSON.parse(text); } catch (e) { note(e.message); }', errors },
    {
      options: [{ allowPlatformCalls: true }],
      code: 'try { note(JSON.parse(text)); } catch (e) { note(e.message); }',
      errors,
    },
    {
      options: [{ allowPlatformCalls: true }],
      code: 'try { JSON.parse(await text); } catch (e) { note(e.message); }',
      errors,
    },
    {
      options: [{ allowPlatformCalls: true }],
      code: 'try { text.length; throw 1; } catch (e) { note(e.message); }',
      errors,
    },
    {
      options: [{ allowInTests: false }],
      filename: 'src/load.test.ts',
      code: 'try { load(); } catch (e) { note(e.message); }',
      errors,
    },
    { options: [{ kinds: ['error-event'] }], code: 'socket.on("error", (e) => note(e.message));', errors },

    // One report a handler, whose edit mends all its reads.
    {
      code: 'try {\n  load();\n} catch (e) {\n  // why\n  note(e.message);\n  throw new LoadError((e as Error).message.trim());\n}',
      errors: [
        {
          messageId: 'unsafe',
          line: 5,
          suggestions: [
            {
              messageId: 'chooseText',
              output:
                'try {\n  load();\n} catch (e) {\n  // why\n  note(e instanceof Error ? e.message : String(e));\n  throw new LoadError((e instanceof Error ? e.message : String(e)).trim());\n}',
            },
            {
              messageId: 'rethrowOthers',
              output:
                'try {\n  load();\n} catch (e) {\n  // why\n  if (!(e instanceof Error)) throw e;\n  note(e.message);\n  throw new LoadError((e as Error).message.trim());\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'CRLF',
      code: 'load().catch((e) => {\r\n\tnote(e.stack);\r\n});',
      errors: [
        {
          messageId: 'unsafe',
          suggestions: [
            {
              messageId: 'rethrowOthers',
              output: 'load().catch((e) => {\r\n\tif (!(e instanceof Error)) throw e;\r\n\tnote(e.stack);\r\n});',
            },
          ],
        },
      ],
    },
    {
      name: 'a comment inside would be lost, and a class of that name is in the way',
      code: 'const Error = Failure; try { load(); } catch (e) { note(e /* the failure */ .message); }',
      errors: [{ messageId: 'unsafe', suggestions: [] }],
    },
    {
      name: 'an alias is not there yet at the start of the handler',
      code: 'try { load(); } catch (e) { const err = e as HttpError; note(err.status); }',
      errors: [
        {
          messageId: 'unsafe',
          suggestions: [
            {
              messageId: 'rethrowOthers',
              output:
                'try { load(); } catch (e) { if (!(e instanceof Error)) throw e; const err = e as HttpError; note(err.status); }',
            },
          ],
        },
      ],
    },

    // Strange.
    { code: 'try { load(); } catch (e) { later(() => note(e.message)); }', errors },
    { code: 'try { load(); } catch (e) { (async () => { await note(e.message); })(); }', errors },
    { code: 'try { load(); } catch (e) { try { again(); } catch (e) { note(e.message); } }', errors },
    { code: 'class A { static { try { load(); } catch (e) { note(e.message); } } }', errors },
    { code: 'function* g() { try { yield load(); } catch (e) { yield e.message; } }', errors },
    { code: 'retry: for (;;) { try { load(); } catch (e) { note(e.message); continue retry; } }', errors },
    { code: 'try { load(); } catch (e) { const fn = () => e.message; note(fn); }', errors },
    { code: 'class A { @Bound() run() { try { load(); } catch (e) { this.note(e.message); } } }', errors },
    { code: 'try { load(); } catch (e) { note(`failed: ${e.message}`); }', errors },
    { code: 'try { load(); } catch (e) { note(((e)).message); }', errors },
    { filename: 'src/a.tsx', code: 'try { load(); } catch (e) { show(<p>{e.message}</p>); }', errors },
  ],
});
