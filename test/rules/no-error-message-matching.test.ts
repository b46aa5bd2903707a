import rule from '../../rules/no-error-message-matching.ts';
import { testRule } from '../support/rule-tester.ts';

const errors = ['matched'];

testRule('no-error-message-matching', rule, {
  valid: [
    'try { load(); } catch (e) { if (e.name === "Canceled" && e.message === "Canceled") retry(); }',
    // What is meant for it is compared.
    'try { load(); } catch (e) { if (e.code === "ENOENT") return_(); }',
    'try { load(); } catch (e) { if (e.name === "AbortError") return_(); }',
    'try { load(); } catch (e) { if (e instanceof NotFoundError) return_(); }',
    'try { load(); } catch (e) { if (e.status === 404) return_(); }',
    'try { load(); } catch (e) { if (retryable.has(e.code)) return_(); }',
    'try { load(); } catch (e) { if (e.name.startsWith("NotAuthorized")) return_(); }',
    'try { load(); } catch (e) { if (e.code.toLowerCase() === "econnreset") return_(); }',
    'try { load(); } catch (e) { switch (e.code) { case "ENOENT": break; default: throw e; } }',

    // The text is shown, not asked.
    'try { load(); } catch (e) { console.error(e.message); }',
    'try { load(); } catch (e) { throw new LoadError(`Cannot load: ${e.message}`, { cause: e }); }',
    'try { load(); } catch (e) { show(e.message.split("\\n")[0].trim()); }',
    'try { load(); } catch (e) { show(e.message.replace("Error: ", "")); }',
    'try { load(); } catch (e) { if (e.message.length > 100) shorten(); }',
    'try { load(); } catch (e) { show(e.message || "unknown"); }',
    'try { load(); } catch (e) { if (!e.message) throw e; }',
    'try { load(); } catch (e) { if (e.message === "") throw e; }',
    'try { load(); } catch (e) { if (e.message === undefined) throw e; }',
    'try { load(); } catch (e) { if (typeof e.message === "string") show(e.message); }',
    'try { load(); } catch (e) { show(e.message.endsWith(".") ? e.message : `${e.message}.`); }',
    'try { load(); } catch (e) { show(e.message.includes(path) ? e.message : `${path}: ${e.message}`); }',
    'try { load(); } catch (e) { if (seen.has(e.message)) return_(); seen.add(e.message); }',
    'try { load(); } catch (e) { if (e.message === lastMessage) return_(); lastMessage = e.message; }',
    'try { load(); } catch (e) { if (e.message === previous.message) return_(); }',
    'try { load(); } catch (e) { if (e.stack.startsWith(`${e.name}: `)) show(e.stack); }',
    'try { load(); } catch (e) { const place = /at (\\S+)/.exec(e.stack); show(place); }',
    'try { load(); } catch (e) { const end = e.stack.indexOf("react_stack_bottom_frame"); show(e.stack.slice(0, end)); }',
    'try { load(); } catch (e) { let end = -1; end = e.stack.indexOf("react_stack_bottom_frame"); show(e.stack.slice(0, end)); }',
    'const error = new Error(); const lines = error.stack.split("\\n"); if (lines[0].startsWith("Error")) lines.shift();',
    'try { load(); } catch (e) { show(/route (\\S+)/.exec(e.message)?.[1]); }',
    'try { load(); } catch (e) { const match = e.message.match(/BREAKING CHANGE[^]+$/); context.reason = match?.[0]; }',
    'try { load(); } catch (e) { const found = e.message.match(/resolve (.*) in (.*)/) ?? []; show(found[1], found[2]); }',
    'try { load(); } catch (e) { const [, line, column] = /line (\\d+), column (\\d+)/.exec(e.message) ?? []; show(line, column); }',
    'try { load(); } catch (e) { translate(e.message); }',
    'try { load(); } catch (e) { show(e.message.startsWith("Error: ") ? e.message.slice(7) : e.message); }',

    // It is no error.
    'try { load(); } catch (e) { const code = e.code; if (code.startsWith("ECONN")) return_(); }',
    'try { load(); } catch (e) { if (readText(e, "code") === "ENOENT") return_(); }',
    'if (response.message.includes("not found")) return_();',
    'socket.on("message", (message) => { if (message.includes("ping")) pong(); });',
    'socket.addEventListener("message", (event) => { if (event.message.includes("ping")) pong(); });',
    'window.addEventListener("error", (event) => { if (event.filename.includes("vendor")) skip(); });',
    'const issues = parse(text).filter((issue) => issue.message.includes("required"));',
    'window.addEventListener("error", (event) => { if (event.message.includes("ResizeObserver loop")) event.preventDefault(); });',
    'function onMessage(e) { if (e.message === "start") begin(); }',
    'items.forEach((e) => { if (e.message === "start") begin(); });',
    'if (errors.includes("not found")) return_();',
    'expect(() => load()).toThrow("not found");',
    'await assert.rejects(load(), /not found/);',

    // Allowed by place or by reason.
    {
      filename: 'src/load.test.ts',
      code: 'try { load(); } catch (e) { if (e.message.includes("not found")) pass(); }',
    },
    'try { load(); } catch (e) {\n  // expected: the driver has no code for this\n  if (e.message.includes("not found")) return_();\n}',
    'try { load(); } catch (e) {\n  if (e.message.includes("not found")) return_(); // expected: the driver has no code for this\n}',

    // Strange, and silent.
    {
      name: 'another variable of that name',
      code: 'try { load(); } catch (e) { lines.map((e) => e.message.includes("note")); }',
    },
    { name: 'a private field of that name', code: 'class A { #error = ""; is() { return this.#error === "none"; } }' },
    'try { load(); } catch ({ code }) { if (code === "ENOENT") return_(); }',
    'try { load(); } catch (e) { const { code, message } = e; if (code === "ENOENT") show(message); }',
    'function f(error) { return error.items.includes("abc"); }',
  ],

  invalid: [
    {
      code: 'try { load(); } catch (e) { if (e.message.includes("not found")) return_(); }',
      errors: [{ messageId: 'matched', column: 33, endColumn: 64, data: { text: 'e.message', outcome: 'matched' } }],
    },
    { code: 'try { load(); } catch (e) { if (e.message === "not found") return_(); }', errors },
    { code: 'try { load(); } catch (e) { if ("not found" != e.message) throw e; }', errors },
    { code: 'try { load(); } catch (e) { if (/not found/i.test(e.message)) return_(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.message.match(/not found/i)) return_(); }', errors },
    {
      code: 'try { load(); } catch (e) { const match = /not found: (.*)/.exec(e.message); if (!match) throw e; show(match[1]); }',
      errors,
    },
    { code: 'try { load(); } catch (e) { if (/code (\\d+)/.exec(e.message)?.[1] === "404") return_(); }', errors },
    {
      code: 'try { load(); } catch (e) { const [text] = /not found/.exec(e.message) ?? []; if (text) return_(); }',
      errors,
    },
    { code: 'try { load(); } catch (e) { if (e.stack.indexOf("internal/modules") !== -1) return_(); }', errors },
    { code: 'const error = new Error(text); if (error.message.includes("not found")) return_();', errors },
    { code: 'try { load(); } catch (e) { if (e.message.startsWith("ENOENT")) return_(); }', errors },
    {
      code: 'window.addEventListener("error", (event) => { if (event.error.message.includes("loop limit")) skip(); });',
      errors,
    },
    {
      code: 'addEventListener("unhandledrejection", (event) => { if (/chunk/.test(event.reason.message)) reload(); });',
      errors,
    },
    {
      code: 'function skips(ev: PromiseRejectionEvent) { return ev.reason?.message === "Load failed"; }',
      errors,
      filename: 'src/a.ts',
    },
    { code: 'try { load(); } catch (e) { if (e.message.indexOf("not found") !== -1) return_(); }', errors },
    {
      code: 'switch_: try { load(); } catch (err) { switch (err.message) { case "not found": break; default: throw err; } }',
      errors,
    },
    { code: 'try { load(); } catch (e) { if (String(e).includes("ECONN")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (`${e}`.includes("ECONN")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.toString().includes("ECONN")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.stack.includes("TypeError")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e?.message?.includes("gone")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if ((e as Error).message.includes("gone")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e instanceof Error && e.message.includes("gone")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.message.toLowerCase().trim().includes("gone")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.message.includes("429")) wait(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.message.includes("0x6a81")) wait(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.message.includes(`user ${id} is unknown`)) create(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.cause.message.includes("gone")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.response.data.error.message === "Gone") retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.shortMessage === "reverted") retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.details.startsWith("Unauthorized method")) retry(); }', errors },
    {
      code: 'try { load(); } catch (e) { if ((e.details || "").toLowerCase().includes("not found")) retry(); }',
      errors,
    },
    {
      code: 'try { load(); } catch (e) { if (e.name === "Canceled" && e.message === "By the user") retry(); }',
      errors,
    },
    { code: 'try { load(); } catch (e) { if (e.name === "Canceled" || e.message === "Canceled") retry(); }', errors },

    { code: 'try { load(); } catch (e) { if (errorToString(e).includes("gone")) retry(); }', errors },

    // By a name for the text or for the pattern.
    { code: 'try { load(); } catch (e) { const text = e.message; if (text.includes("gone")) retry(); }', errors },
    {
      code: 'try { load(); } catch (e) { const text = e instanceof Error ? e.message : String(e); if (text.includes("gone")) retry(); }',
      errors,
    },
    {
      code: 'try { load(); } catch (e) { const text = getErrorMessage(e); if (text.includes("gone")) retry(); }',
      errors,
    },
    {
      code: 'try { load(); } catch (e) { let text = ""; if (e) text = e.message; if (text.includes("gone")) retry(); }',
      errors,
    },
    {
      code: 'try { load(); } catch (e) { const text = typeof e === "string" ? e : e.message; if (text.includes("gone")) retry(); }',
      errors,
    },
    { code: 'try { load(); } catch (e) { const { message } = e; if (message === "gone") retry(); }', errors },
    { code: 'try { load(); } catch ({ message }) { if (message === "gone") retry(); }', errors },
    { code: 'load().catch(({ message }) => { if (message === "gone") retry(); });', errors },
    { code: 'try { load(); } catch (e) { const isGone = e.message.includes("gone"); if (isGone) retry(); }', errors },
    { code: 'const GONE = "gone"; try { load(); } catch (e) { if (e.message === GONE) retry(); }', errors },
    { code: 'const gone = /gone/; try { load(); } catch (e) { if (gone.test(e.message)) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (GONE_MESSAGE.test(e.message)) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.message === ErrorMessages.Gone) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (["gone", "lost"].includes(e.message)) retry(); }', errors },
    {
      code: 'try { load(); } catch (e) { if (["gone", "lost"].some((word) => e.message.includes(word))) retry(); }',
      errors,
    },
    { code: 'try { load(); } catch (e) { if (RETRYABLE.some((word) => e.message.includes(word))) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (Object.values(OidcError).includes(e.message)) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (new RegExp("gone").test(e.message)) retry(); }', errors },

    // In every kind of handler, and outside of handlers.
    { code: 'load().catch((e) => { if (e.message.includes("gone")) retry(); });', errors },
    { code: 'load().then(done, (reason) => reason.message === "gone" ? retry() : fail(reason));', errors },
    { code: 'readFile(path, (err, text) => { if (err && err.message.includes("no such file")) create(); });', errors },
    { code: 'socket.on("error", (e) => { if (e.message.includes("hang up")) reconnect(); });', errors },
    { code: 'function isGone(error) { return error.message.includes("gone"); }', errors },
    { code: 'const isGone = (e: unknown) => e instanceof Error && e.message === "gone";', errors },
    { code: 'const isGone = (problem: HttpError) => /gone/.test(problem.message);', errors },
    {
      code: 'const result = await load(); if (result instanceof Error && result.message.includes("gone")) retry();',
      errors,
    },
    {
      code: 'const { error } = await client.insert(row); if (error.message.includes("duplicate key")) skip();',
      errors,
    },
    {
      name: 'a function of the file that is given the text',
      code: 'try { load(); } catch (e) { if (isGone(e.message)) retry(); }\nfunction isGone(text) { return text.includes("gone"); }',
      errors: [{ messageId: 'matched', line: 2 }],
    },

    // One report a condition, and one a read.
    {
      code: 'try { load(); } catch (e) { if (e.message.includes("gone") || e.message.includes("lost")) retry(); }',
      errors,
    },
    {
      code: 'try { load(); } catch (e) { const text = e.message; if (text === "gone") retry(); else if (text === "lost") find(); }',
      errors,
    },
    {
      code: 'try { load(); } catch (e) { if (e.message === "gone") retry(); if (e.message === "lost") find(); }',
      errors: ['matched', 'matched'],
    },

    // Options.
    {
      options: [{ allowInTests: false }],
      filename: 'src/load.test.ts',
      code: 'try { load(); } catch (e) { if (e.message.includes("not found")) pass(); }',
      errors,
    },
    {
      options: [{ allowWithReason: false }],
      code: 'try { load(); } catch (e) {\n  // expected: the driver has no code for this\n  if (e.message.includes("not found")) return_();\n}',
      errors,
    },
    {
      name: 'a comment that gives no reason',
      code: 'try { load(); } catch (e) {\n  // expected: TODO\n  if (e.message.includes("not found")) return_();\n}',
      errors,
    },

    // Strange.
    { code: 'try { load(); } catch (e) { later(() => e.message.includes("gone") && retry()); }', errors },
    { code: 'class A { static { try { load(); } catch (e) { if (e.message === "gone") retry(); } } }', errors },
    { code: 'function* g() { try { yield 1; } catch (e) { if (/gone/.test(e.message)) yield 2; } }', errors },
    { code: 'class A { @Bound() run() { try { load(); } catch (e) { return e.message === "gone"; } } }', errors },
    { code: 'outer: for (;;) { try { load(); } catch (e) { if (e.message === "gone") break outer; } }', errors },
    { code: 'try { load(); } catch (e) { while (e["message"].includes("busy")) wait(); }', errors },
    { code: 'try { load(); } catch (e) { const f = e; const g = f; if (g.message === "gone") retry(); }', errors },
    { code: 'try { load(); } catch (e) { if ((((e)).message) === ("gone")) retry(); }', errors },
    { code: 'try { load(); } catch (e) { if (e.message.includes("не найден")) retry(); }', errors },
  ],
});
