import noAnyInHandler from '../../rules/no-any-in-handler.ts';
import { testRule } from '../support/rule-tester.ts';

const any = [{ messageId: 'any' }];
const implicit = [{ messageId: 'implicit' }];
const typed = [{ messageId: 'typed' }];

testRule('no-any-in-handler', noAnyInHandler, {
  valid: [
    // Typed `unknown`, or nothing to type.
    'wire((failure: any, req, res, next) => { next(failure); });',
    'app.use((request: any, state, next) => { next(request); });',
    'try { load(); } catch (e: unknown) { use(e.message); }',
    'try { load(); } catch (e) { use(e.message); }',
    'try { load(); } catch { retry(); }',
    'load().catch((e: unknown) => use(e));',
    'load().catch(() => retry());',
    'load().then(use, (e: unknown) => { show(e); });',
    'load().then(use);',
    'load().finally((e: any) => use(e));',

    // A rest parameter holds the error first.
    'load().catch((...all: unknown[]) => { throw all[0]; });',
    'load().catch((...all: readonly unknown[]) => { throw all[0]; });',
    'load().catch((...all: [unknown, string]) => { throw all[0]; });',
    'load().catch((...all: [error: unknown]) => { throw all[0]; });',
    'load().catch((...all: [...unknown[]]) => { throw all[0]; });',
    'load().catch((...[error]: [unknown]) => { show(error); });',

    // Handlers passed by name are what they are.
    'load().catch(console.log);',
    'declare const handler: (e: any) => void; load().catch(handler);',
    'function show(e: Error) {} load().catch(show);',
    'load().catch(this.show);',
    'load().catch(show.bind(this));',
    { name: 'the cast types the parameter', code: 'load().catch(<Handler>((e) => show(e)));' },
    'load().catch(((e) => show(e)) as Handler);',

    // Other parameters, other calls.
    'const show = (e: any) => {};',
    'items.map((e: any) => e.id);',
    'emitter.on("data", (e: any) => use(e));',
    'read(path, (data: any) => use(data));',
    'read(path, (err: Error | null, data: any) => use(err, data));',
    'z.string().catch((context) => context.input);',
    'Effect.catch((e) => use(e));',
    'router.catch("/path", (e) => use(e));',
    {
      name: 'a name in a declaration file',
      code: 'declare function load(onError: (e: any) => void): void;',
      filename: 'src/load.d.ts',
    },

    // Handlers that are no promise's may say which error they get.
    'stream.on("error", (e: NodeJS.ErrnoException) => show(e.code));',
    'read(path, (err: NodeJS.ErrnoException | null, data) => { if (err) show(err.code); });',
    'source.subscribe({ error: (e: HttpErrorResponse) => show(e.status) });',
    'app.use((err: HttpError, req, res, next) => { next(err); });',

    // JavaScript has no types.
    { code: 'load().catch((e) => show(e.message));', filename: 'src/example.js' },
    { code: 'load().catch((e) => <Shown error={e} />);', filename: 'src/example.jsx' },
    { code: 'load().catch(({ message }) => show(message));', filename: 'src/example.mjs' },

    // Options.
    { code: 'load().catch((e) => show(e.message));', options: [{ checkImplicit: false }] },
    { code: 'load().catch((e: HttpError) => show(e.status));', options: [{ checkTyped: false }] },
    { code: 'load().catch((e: any) => show(e));', options: [{ kinds: ['catch-clause'] }] },
    { code: 'try { load(); } catch (e: any) { throw e; }', options: [{ allowRethrowOnly: true }] },
    { code: 'try { load(); } catch (e: any) { if (isBad) throw e; throw e; }', options: [{ allowRethrowOnly: true }] },
    { code: 'load().catch((e: any) => { throw e; });', options: [{ allowRethrowOnly: true }] },
  ],
  invalid: [
    // An explicit `any`: mended at once where no use needs a type.
    {
      name: 'middleware by its place',
      code: 'app.use((failure: any, req, res, next) => { throw failure; });',
      errors: any,
      output: 'app.use((failure: unknown, req, res, next) => { throw failure; });',
    },
    { code: 'try { load(); } catch (e: any) {}', errors: any, output: 'try { load(); } catch (e: unknown) {}' },
    {
      code: 'try { load(); } catch (e: any) { throw e; }',
      errors: any,
      output: 'try { load(); } catch (e: unknown) { throw e; }',
    },
    {
      code: 'try { load(); } catch (e: any) { console.error("failed", e); }',
      errors: any,
      output: 'try { load(); } catch (e: unknown) { console.error("failed", e); }',
    },
    {
      code: 'try { load(); } catch (e: any) { show(`${e}`, String(e)); }',
      errors: any,
      output: 'try { load(); } catch (e: unknown) { show(`${e}`, String(e)); }',
    },
    {
      code: 'try { load(); } catch (e: any) { if (e instanceof HttpError) retry(); }',
      errors: any,
      output: 'try { load(); } catch (e: unknown) { if (e instanceof HttpError) retry(); }',
    },
    {
      code: 'try { load(); } catch (e: any) { throw new Error("m", { cause: e }); }',
      errors: any,
      output: 'try { load(); } catch (e: unknown) { throw new Error("m", { cause: e }); }',
    },
    {
      code: 'load().catch((e: any) => Promise.reject(e));',
      errors: any,
      output: 'load().catch((e: unknown) => Promise.reject(e));',
    },
    {
      name: 'a guard of the project',
      code: 'try { load(); } catch (e: any) { if (isAxiosError(e)) retry(); }',
      settings: { guards: ['isAxiosError'] },
      errors: any,
      output: 'try { load(); } catch (e: unknown) { if (isAxiosError(e)) retry(); }',
    },

    // Where the body reads from it, the edit is offered.
    {
      code: 'try { load(); } catch (e: any) { show(e.message); }',
      errors: [
        {
          messageId: 'any',
          line: 1,
          column: 24,
          endColumn: 30,
          data: { name: 'e' },
          suggestions: [{ messageId: 'useUnknown', output: 'try { load(); } catch (e: unknown) { show(e.message); }' }],
        },
      ],
    },
    {
      name: 'comments stay',
      code: 'try { load(); } catch (/*a*/ e /*b*/ : /*c*/ any /*d*/) { show(e.message); }',
      errors: [
        {
          messageId: 'any',
          suggestions: [
            {
              messageId: 'useUnknown',
              output: 'try { load(); } catch (/*a*/ e /*b*/ : /*c*/ unknown /*d*/) { show(e.message); }',
            },
          ],
        },
      ],
    },
    {
      name: 'a logger of the project may want a type',
      code: 'try { load(); } catch (e: any) { logger.error(e); }',
      errors: any,
    },
    { code: 'load().catch((e: any) => e.code);', errors: any },
    { code: 'load().then(use, (e: any) => e.code);', errors: any },
    { code: 'load().then(use, (e: any | undefined) => e.code);', errors: any },
    { code: 'load().catch((e: any = {}) => { show(e); });', errors: any },
    { code: 'load()["catch"]((e: any) => show(e));', errors: any },
    { code: 'load()?.catch?.((e: any) => show(e));', errors: any },
    { code: 'load().catch(async function (this: Loader, e: any) { show(e); });', errors: any },
    { code: 'load().catch(({ message }: any) => show(message));', errors: any },
    { code: 'load().catch((...all: any[]) => { show(all[0]); });', errors: [{ messageId: 'any', suggestions: [] }] },
    { code: 'load().catch((...all: [any]) => { show(all[0]); });', errors: [{ messageId: 'any', suggestions: [] }] },

    // Every kind of handler.
    { code: 'read(path, (err: any, data) => { if (err) show(err.code); });', errors: any },
    { code: 'stream.on("error", (e: any) => show(e.code));', errors: any },
    { code: 'process.on("uncaughtException", (e: any) => show(e.code));', errors: any },
    { code: 'socket.onerror = (e: any) => show(e.code);', errors: any },
    { code: 'source.subscribe({ next, error: (e: any) => show(e.status) });', errors: any },
    { code: 'source.pipe(catchError((e: any) => show(e.status)));', errors: any },
    { code: 'app.use((err: any, req, res, next) => { res.status(err.status); });', errors: any },
    { code: 'class Boundary { componentDidCatch(e: any) { show(e.status); } }', errors: any },
    {
      name: 'a function of this file, reported once',
      code: 'function show(e: any) { use(e.status); } a().catch(show); b().catch(show);',
      errors: any,
    },
    {
      name: 'three deep',
      code: 'try { a(); } catch (e: any) { e.x(); try { b(); } catch (f: any) { f.x(); c().catch((g: any) => g.x()); } }',
      errors: ['any', 'any', 'any'],
    },

    // Promise handlers without a type get `any` from TypeScript.
    {
      code: 'load().catch((e) => show(e.message));',
      errors: [
        {
          messageId: 'implicit',
          suggestions: [{ messageId: 'addUnknown', output: 'load().catch((e: unknown) => show(e.message));' }],
        },
      ],
      parsers: ['typescript'],
    },
    {
      code: 'load().catch(e => show(e.message));',
      errors: [
        {
          messageId: 'implicit',
          suggestions: [{ messageId: 'addUnknown', output: 'load().catch((e: unknown) => show(e.message));' }],
        },
      ],
      parsers: ['typescript'],
    },
    {
      code: 'load().catch(async e/*why*/ => show(e.message));',
      errors: [
        {
          messageId: 'implicit',
          suggestions: [
            { messageId: 'addUnknown', output: 'load().catch(async (e: unknown)/*why*/ => show(e.message));' },
          ],
        },
      ],
      parsers: ['typescript'],
    },
    {
      code: 'load().catch(function (e /*why*/) { show(e.message); });',
      errors: [
        {
          messageId: 'implicit',
          suggestions: [
            { messageId: 'addUnknown', output: 'load().catch(function (e: unknown /*why*/) { show(e.message); });' },
          ],
        },
      ],
      parsers: ['typescript'],
    },
    {
      code: 'load().catch((e?) => show(e));',
      errors: [
        {
          messageId: 'implicit',
          suggestions: [{ messageId: 'addUnknown', output: 'load().catch((e?: unknown) => show(e));' }],
        },
      ],
    },
    { code: 'load().catch((e, ...rest: []) => show(e));', errors: implicit },
    { code: 'load().catch((e = 2) => show(e));', errors: implicit, parsers: ['typescript'] },
    {
      code: 'load().catch(({ message }) => show(message));',
      errors: [{ messageId: 'implicit', suggestions: [] }],
      parsers: ['typescript'],
    },
    { code: 'load().then(use, (e) => { show(e); });', errors: implicit, parsers: ['typescript'] },
    {
      name: 'behind a choice',
      code: 'load().catch(isDebug ? (e) => show(e) : (e) => hide(e));',
      errors: ['implicit', 'implicit'],
      parsers: ['typescript'],
    },
    { code: 'load().catch(onError ?? ((e) => show(e)));', errors: implicit, parsers: ['typescript'] },
    { code: 'load().catch((e) => <Shown error={e} />);', filename: 'src/example.tsx', errors: implicit },

    // A type that nothing guarantees.
    {
      code: 'load().catch((e: Error) => show(e.message));',
      errors: [
        {
          messageId: 'typed',
          suggestions: [{ messageId: 'useUnknown', output: 'load().catch((e: unknown) => show(e.message));' }],
        },
      ],
    },
    { code: 'load().then(use, (e: string | Error) => show(e));', errors: typed },
    { code: 'load().catch((e?: HttpError) => show(e));', errors: typed },
    { code: 'load().catch(([e]: [unknown]) => show(e));', errors: [{ messageId: 'typed', suggestions: [] }] },
    { code: 'load().catch((e: unknown[]) => show(e));', errors: [{ messageId: 'typed', suggestions: [] }] },
    { code: 'load().catch((...all: [string, unknown]) => show(all));', errors: typed },

    // Options.
    { code: 'load().catch((e: any) => show(e));', options: [{ kinds: ['promise-catch'] }], errors: any },
    { code: 'try { load(); } catch (e: any) { throw wrap(e); }', options: [{ allowRethrowOnly: true }], errors: any },
    {
      code: 'try { load(); } catch (e: any) { }',
      options: [{ allowRethrowOnly: true }],
      errors: any,
      output: 'try { load(); } catch (e: unknown) { }',
    },
    {
      name: 'what is reported',
      code: 'load().then(use, (problem: any) => problem.code);',
      errors: [{ messageId: 'any', data: { name: 'problem', handlerKind: 'promise-then', outcome: 'any' } }],
    },
    {
      name: 'CRLF and a byte order mark',
      code: '\uFEFFtry {\r\n  load();\r\n} catch (e: any) {\r\n  throw e;\r\n}\r\n',
      errors: [{ messageId: 'any', line: 3, column: 10 }],
      output: '\uFEFFtry {\r\n  load();\r\n} catch (e: unknown) {\r\n  throw e;\r\n}\r\n',
    },
  ],
});
