import noLossyErrorSerialization from '../../rules/no-lossy-error-serialization.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const imported = "import { serializeError } from '@octollm/errors';";
const written = (messageId: string, output: string): ExpectedError[] => [
  { messageId, suggestions: [{ messageId: 'serialize', output }] },
];
const passed = (output: string): ExpectedError[] => [
  { messageId: 'textOnly', suggestions: [{ messageId: 'passError', output }] },
];
const bare = (messageId: string): ExpectedError[] => [{ messageId, suggestions: [] }];
const inFunction = (body: string): string => `async function f() { ${body} }`;

testRule('no-lossy-error-serialization', noLossyErrorSerialization, {
  valid: [
    // The error goes on whole, or is written by something that knows it.
    'try { a(); } catch (e) { log(e); }',
    'try { a(); } catch (e) { post({ error: e }); }',
    'try { a(); } catch (e) { send(JSON.stringify(serializeError(e))); }',
    'try { a(); } catch (e) { send(JSON.stringify({ message: e.message, stack: e.stack })); }',
    'try { a(); } catch (e) { send(JSON.stringify(e.toJSON())); }',
    'try { a(); } catch (e) { send(JSON.stringify(e.response)); }',
    'try { a(); } catch (e) { send(JSON.stringify(e, Object.getOwnPropertyNames(e))); }',
    'try { a(); } catch (e) { send(JSON.stringify({ error: e }, replacer, 2)); }',
    'try { a(); } catch (e) { send(JSON.stringify(data)); throw e; }',
    'try { a(); } catch (e) { send(JSON.stringify(data, e)); throw e; }',
    'try { a(); } catch (e) { show(e ? e.stack : JSON.stringify(e)); }',
    'const results = await Promise.allSettled(tasks); for (const r of results) if (r.status === "rejected") send(JSON.stringify(serializeError(r.reason)));',
    'const results = await Promise.allSettled(tasks); for (const r of results) send(r.reason instanceof Error ? r.reason.message : JSON.stringify(r.reason));',
    'await Promise.allSettled(tasks); send(JSON.stringify(signal.reason));',
    'for (const result of results) send(JSON.stringify(result.reason));',
    'try { a(); } catch (e) { show(!e ? JSON.stringify(e) : e.stack); }',
    'try { a(); } catch (e) { send(superjson.stringify(e)); }',
    'try { a(); } catch (e) { keep({ ...e, message: e.message }); }',
    'try { a(); } catch (e) { keep({ ...e, stack: e.stack }); }',
    'try { a(); } catch (e) { keep({ ...e, error: e }); }',
    'try { a(); } catch (e) { show(e.message ?? JSON.stringify(e)); }',
    'try { a(); } catch (e) { show(e?.message || JSON.stringify(e)); }',
    'try { a(); } catch (e) { show(e.message ? e.message : JSON.stringify(e)); }',
    'try { a(); } catch (e) { call(...e); }',
    'try { a(); } catch (e) { keep([...e]); }',
    'try { a(); } catch (e) { keep({ ...e.details }); }',
    'try { a(); } catch (e) { throw Object.assign(e, { id }); }',
    'try { a(); } catch (e) { keep(Object.assign({}, e, { message: e.message })); }',
    'try { a(); } catch (e) { keep(structuredClone(e.details)); }',
    'try { a(); } catch (e) { res.status(500).json({ error: e.message }); }',
    'try { a(); } catch (e) { res.json(toBody(e)); }',
    'try { a(); } catch (e) { const error = formatError(e); res.json({ error }); }',
    'try { a(); } catch (e) { const data = serializeError(e); send(JSON.stringify(data)); }',
    'try { a(); } catch (e) { const { error } = toAnswer(e); res.json({ error }); }',
    'try { a(); } catch (e) { store.json({ error: e }); }',
    { name: 'Fastify writes an error that is sent by itself', code: 'a().catch((e) => { reply.code(500).send(e); });' },
    'try { a(); } catch (e) { ctx.body = e.message; }',
    'try { a(); } catch ({ message }) { send(JSON.stringify(message)); }',
    'try { a(); } catch { send(JSON.stringify(e)); }',

    // What was thrown is no error there, or of a class that the code picked out.
    'try { a(); } catch (e) { show(e instanceof Error ? e.message : JSON.stringify(e)); }',
    'try { a(); } catch (e) { show(!(e instanceof Error) ? JSON.stringify(e) : e.message); }',
    inFunction('try { a(); } catch (e) { if (e instanceof Error) return e.message; return JSON.stringify(e); }'),
    inFunction('try { a(); } catch (e) { if (e instanceof Error) { throw e; } send(JSON.stringify(e)); }'),
    'try { a(); } catch (e) { if (e instanceof Error) send(e); else if (e) send(JSON.stringify(e)); }',
    'try { a(); } catch (e) { if (isError(e)) send(e); else send(JSON.stringify(e)); }',
    'try { a(); } catch (e) { if (typeof e === "string") send(JSON.stringify(e)); else throw e; }',
    'try { a(); } catch (e) { if (typeof e !== "string") throw e; send(JSON.stringify({ error: e })); }',
    'try { a(); } catch (e) { if (e instanceof ZodError) send(JSON.stringify(e)); else throw e; }',
    'try { a(); } catch (e) { if (isAxiosError(e)) send(JSON.stringify(e)); else throw e; }',
    'try { a(); } catch (e) { isAxiosError(e) && send(JSON.stringify(e)); throw e; }',
    'try { a(); } catch (e) { if ("toJSON" in e) send(JSON.stringify(e)); else throw e; }',
    'try { a(); } catch (e) { switch (e.kind) { case "known": send(JSON.stringify(e)); break; default: throw e; } }',
    'try { a(); } catch (e) { if (!(e instanceof Known) || e.isOld) throw e; send(JSON.stringify(e)); }',

    // Other values of the same name.
    'try { a(); } catch (e) { list.map((e) => JSON.stringify(e)); throw e; }',
    'socket.onerror = (event) => { send(JSON.stringify(event)); };',
    'function write(error) { return JSON.stringify(error); }',
    'for (const result of results) if (result.status === "rejected") send(JSON.stringify(result));',
    'const JSON = { stringify: write }; JSON.stringify(e);',

    // Logs that get more than text, or that are no record of a failure.
    inFunction('try { a(); } catch (e) { console.error("x", e); }'),
    inFunction('try { a(); } catch (e) { logger.error({ err: e }, "x"); }'),
    inFunction('try { a(); } catch (e) { logger.error({ err: e }, e.message); }'),
    inFunction('try { a(); } catch (e) { console.error(e.message); throw e; }'),
    inFunction('try { a(); } catch (e) { console.error(e.message); throw new Error("x", { cause: e }); }'),
    inFunction('try { a(); } catch (e) { console.error(e.message, e.stack); }'),
    inFunction('try { a(); } catch (e) { console.error(e instanceof Error ? e.stack : e); }'),
    inFunction('try { a(); } catch (e) { console.error(e instanceof Error ? e.message : e); }'),
    inFunction('try { a(); } catch (e) { logger.warn(`Could not load: ${e.message}`); }'),
    inFunction('try { a(); } catch (e) { logger.debug(e.message); }'),
    inFunction('try { a(); } catch (e) { toast.show(e.message); }'),
    inFunction('try { a(); } catch (e) { setError(e); console.error(e.message); }'),
    inFunction('try { a(); } catch (e) { console.error(e.message); process.exit(1); }'),
    inFunction(
      'try { a(); } catch (e) { if (e.code === "ENOENT") { logger.error(`No file: ${e.message}`); } else throw e; }',
    ),
    inFunction(
      'try { a(); } catch (e) { if (e instanceof InputError) logger.error(e.message); else logger.error(text); }',
    ),
    { name: 'the last words of a program', code: 'main().catch((e) => { console.error(e.message); });' },
    {
      name: 'a command speaks to a person',
      code: inFunction('try { a(); } catch (e) { console.error(`Could not load: ${e.message}`); }'),
      filename: 'src/cli/load.ts',
    },
    { code: inFunction('try { a(); } catch (e) { console.error(e.message); }'), options: [{ checkLogs: false }] },
    { code: 'a().catch((e) => { send(JSON.stringify(e)); });', options: [{ kinds: ['catch-clause'] }] },
    { code: 'function write(error: HttpError) { send(JSON.stringify(error)); }', filename: 'a.ts' },
    { code: 'function write(error: Error) { send(JSON.stringify(error.cause)); }', filename: 'a.ts' },
    {
      code: 'function write(error: Error) { send(JSON.stringify({ ...error, message: error.message })); }',
      filename: 'a.ts',
    },
    {
      code: 'function write(error: Error) { if (error instanceof HttpError) send(JSON.stringify(error)); }',
      filename: 'a.ts',
    },
    { code: 'function write(data: Data, error: Error) { send(JSON.stringify(data)); throw error; }', filename: 'a.ts' },
    { code: 'function write(this: Error) { send(JSON.stringify(this)); }', filename: 'a.ts' },
    inFunction('try { a(); } catch (e) { console.error("x", describeFailure(state, e)); }'),
    inFunction(
      'try { a(); } catch (e) { /* Logging the instance would come back here. Not the error, only its text. */ console.error(`x ${e}`); }',
    ),
    inFunction(
      'try { a(); } catch (e) {\n// We should not log an actual error instance here, because that\n// leads back to this place.\nconsole.error(`x ${e}`); }',
    ),
  ],
  invalid: [
    {
      name: 'a parameter that is an error by its type',
      code: 'function write(file: string, error: Error) { save(file, JSON.stringify({ error })); }',
      filename: 'a.ts',
      errors: [
        {
          messageId: 'stringified',
          column: 57,
          data: { name: 'error', handlerKind: 'parameter' },
          suggestions: [
            {
              messageId: 'serialize',
              output: `${imported}\n\nfunction write(file: string, error: Error) { save(file, JSON.stringify({ error: serializeError(error) })); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'once, where it is the parameter of a handler too',
      code: 'a().catch((e: Error) => { send(JSON.stringify(e)); });',
      filename: 'a.ts',
      errors: ['stringified'],
    },
    { code: 'try { a(); } catch (e) { show(e ? JSON.stringify(e) : "none"); }', errors: ['stringified'] },
    {
      code: 'const results = await Promise.allSettled(tasks); for (const result of results) if (result.status === "rejected") send(JSON.stringify(result.reason));',
      errors: [{ messageId: 'stringified', data: { name: 'result.reason' } }],
    },
    {
      code: 'const failed = (await Promise.allSettled(tasks)).flatMap((r) => (r.status === "rejected" ? [JSON.stringify({ error: r.reason })] : []));',
      errors: ['stringified'],
    },
    { code: 'try { a(); } catch (e) { show(e.title ?? JSON.stringify(e)); }', errors: ['stringified'] },
    {
      code: 'try { a(); } catch (e) { send(JSON.stringify(e)); }',
      errors: [
        {
          messageId: 'stringified',
          line: 1,
          column: 31,
          data: { name: 'e', handlerKind: 'catch-clause', outcome: 'stringified' },
          suggestions: [
            {
              messageId: 'serialize',
              output: `${imported}\n\ntry { a(); } catch (e) { send(JSON.stringify(serializeError(e))); }`,
            },
          ],
        },
      ],
    },
    {
      code: 'try { a(); } catch (e) { send(JSON.stringify({ id, error: e }, null, 2)); }',
      errors: written(
        'stringified',
        `${imported}\n\ntry { a(); } catch (e) { send(JSON.stringify({ id, error: serializeError(e) }, null, 2)); }`,
      ),
    },
    {
      code: 'try { a(); } catch (error) { send(JSON.stringify({ error })); }',
      errors: written(
        'stringified',
        `${imported}\n\ntry { a(); } catch (error) { send(JSON.stringify({ error: serializeError(error) })); }`,
      ),
    },
    {
      code: 'try { a(); } catch (e) { send(JSON.stringify([{ failure: { e } }], undefined)); }',
      errors: ['stringified'],
    },
    { code: 'try { a(); } catch (e) { send(JSON.stringify({ [key]: e, ...rest })); }', errors: ['stringified'] },
    {
      name: 'known to be an error all the more',
      code: 'try { a(); } catch (e) { if (e instanceof Error) send(JSON.stringify(e)); else throw e; }',
      errors: ['stringified'],
    },
    {
      code: 'try { a(); } catch (e) { if (e instanceof TypeError) send(JSON.stringify(e)); }',
      errors: ['stringified'],
    },
    { code: 'try { a(); } catch (e) { if (e) send(JSON.stringify(e)); }', errors: ['stringified'] },
    {
      code: 'try { a(); } catch (e) { if (e != null && typeof e === "object") send(JSON.stringify(e)); }',
      errors: ['stringified'],
    },
    {
      name: 'an alias',
      code: 'try { a(); } catch (e) { const error = e; send(JSON.stringify(error)); }',
      errors: ['stringified'],
    },
    {
      name: 'a normalised alias',
      code: 'try { a(); } catch (e) { const error = toError(e); send(JSON.stringify(error)); throw error; }',
      errors: ['stringified'],
    },
    {
      code: 'try { a(); } catch (e) { const error = e as Error; send(JSON.stringify(error)); }',
      errors: ['stringified'],
    },
    { code: 'try { a(); } catch (e: unknown) { send(JSON.stringify(<Error>e)); }', errors: ['stringified'] },
    { code: 'try { a(); } catch (e) { send(JSON.stringify(e!)); }', errors: ['stringified'] },
    { code: 'try { a(); } catch (e) { send(JSON?.stringify?.(e)); }', errors: ['stringified'] },
    { code: 'try { a(); } catch (e) { send(JSON["stringify"](e)); }', errors: ['stringified'] },
    {
      name: 'comments stay',
      code: 'try { a(); } catch (e) { send(JSON.stringify(/* 1 */ e /* 2 */)); }',
      errors: ['stringified'],
    },
    { code: 'a().catch((e) => send(JSON.stringify(e)));', errors: ['stringified'] },
    { code: 'a().then(ok, (e) => send(JSON.stringify({ e })));', errors: ['stringified'] },
    { code: 'read(path, (err, data) => { if (err) send(JSON.stringify(err)); });', errors: ['stringified'] },
    { code: 'emitter.on("error", (err) => { send(JSON.stringify({ err })); });', errors: ['stringified'] },
    { code: 'app.use((err, req, res, next) => { res.end(JSON.stringify(err)); });', errors: ['stringified'] },
    { code: 'class A { static { try { a(); } catch (e) { send(JSON.stringify(e)); } } }', errors: ['stringified'] },
    {
      code: 'async function* f() { try { yield 1; } catch (e) { yield JSON.stringify(e); } }',
      errors: ['stringified'],
    },
    {
      code: 'outer: for (;;) { try { using x = a(); } catch (e) { send(JSON.stringify(e)); break outer; } }',
      errors: ['stringified'],
    },
    {
      name: 'two handlers, each with its own error',
      code: 'try { a(); } catch (e) { try { b(); } catch (f) { send(JSON.stringify({ e, f })); } }',
      errors: ['stringified', 'stringified'],
    },
    {
      name: 'a module of the project need not have the function',
      code: 'try { a(); } catch (e) { send(JSON.stringify(e)); }',
      settings: { errorModule: '@acme/errors' },
      errors: bare('stringified'),
    },
    {
      name: 'the function is there already',
      code: `import { serializeError as toData } from '@octollm/errors';\ntry { a(); } catch (e) { send(JSON.stringify(e)); }`,
      errors: written(
        'stringified',
        `import { serializeError as toData } from '@octollm/errors';\ntry { a(); } catch (e) { send(JSON.stringify(toData(e))); }`,
      ),
    },

    // Spreads and clones.
    { code: 'try { a(); } catch (e) { throw { ...e, id }; }', errors: bare('spread') },
    { code: 'try { a(); } catch (e) { keep({ ...(e as object) }); }', errors: bare('spread') },
    { code: 'a().catch((e) => ({ ok: false, ...e }));', errors: bare('spread') },
    { code: 'try { a(); } catch (e) { keep(Object.assign({}, e)); }', errors: bare('spread') },
    {
      code: 'try { a(); } catch (e) { port.postMessage(structuredClone(e)); }',
      errors: written(
        'cloned',
        `${imported}\n\ntry { a(); } catch (e) { port.postMessage(structuredClone(serializeError(e))); }`,
      ),
    },

    // Answers.
    { code: 'try { a(); } catch (e) { res.json({ error: e }); }', errors: bare('answered') },
    { code: 'try { a(); } catch (e) { res.status(500).json(e); }', errors: bare('answered') },
    { code: 'try { a(); } catch (e) { res.send({ ok: false, data: { e } }); }', errors: bare('answered') },
    { code: 'try { a(); } catch (e) { reply.send({ error: e }); }', errors: bare('answered') },
    {
      code: 'app.get("/", async (c) => { try { a(); } catch (e) { return c.json({ error: e }, 500); } });',
      errors: bare('answered'),
    },
    { code: inFunction('try { a(); } catch (e) { return Response.json({ error: e }); }'), errors: bare('answered') },
    { code: 'try { a(); } catch (e) { ctx.body = { error: e }; }', errors: bare('answered') },

    // Logs at error level that get text alone.
    {
      code: inFunction('try { a(); } catch (e) { console.error("x", e.message); }'),
      errors: passed(inFunction('try { a(); } catch (e) { console.error("x", e); }')),
    },
    {
      code: inFunction('try { a(); } catch (e) { logger.error("x", { error: e.message, id }); }'),
      errors: passed(inFunction('try { a(); } catch (e) { logger.error("x", { error: e, id }); }')),
    },
    {
      code: inFunction('try { a(); } catch (e) { this.logger.error(`Could not load: ${e}`); }'),
      errors: passed(inFunction('try { a(); } catch (e) { this.logger.error(`Could not load: ${e}`, e); }')),
    },
    {
      code: inFunction('try { a(); } catch (e) { log.fatal("Could not load: " + e.message); return null; }'),
      errors: passed(
        inFunction('try { a(); } catch (e) { log.fatal("Could not load: " + e.message, e); return null; }'),
      ),
    },
    {
      code: inFunction('try { a(); } catch (e) { console.error(e instanceof Error ? e.message : String(e)); }'),
      errors: passed(inFunction('try { a(); } catch (e) { console.error(e); }')),
    },
    {
      name: 'a comment would be lost',
      code: inFunction('try { a(); } catch (e) { console.error(e /* short */.message); }'),
      errors: bare('textOnly'),
    },
    { code: inFunction('try { a(); } catch (e) { console.error("x", (e as Error).message); }'), errors: ['textOnly'] },
    {
      name: 'one place, one report',
      code: inFunction('try { a(); } catch (e) { logger.error(`x ${JSON.stringify(e)}`); }'),
      errors: ['stringified'],
    },
    {
      name: 'the comment speaks of something else',
      code: inFunction(
        'try { a(); } catch (e) { /* Log the error and throw a generic one */ logger.error(`x ${e}`); }',
      ),
      errors: ['textOnly'],
    },
    { code: inFunction('try { a(); } catch (e) { console.error("x", String(e)); }'), errors: bare('textOnly') },
    { code: inFunction('try { a(); } catch (e) { console.error((`x ${e}`)); }'), errors: bare('textOnly') },
    { code: 'function f() { return a().catch((e) => { logger.error(e.message); }); }', errors: ['textOnly'] },
    {
      name: 'its text reaches the caller as well, its stack nobody',
      code: inFunction('try { a(); } catch (e) { console.error(e.message); return { error: e.message }; }'),
      errors: ['textOnly'],
    },
  ],
});
