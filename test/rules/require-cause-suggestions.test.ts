import requireCause from '../../rules/require-cause.ts';
import { testRule, type ExpectedError, type InvalidCase } from '../support/rule-tester.ts';

const add = (messageId: string, output: string): ExpectedError => ({
  messageId,
  suggestions: [{ messageId: 'addCause', output }],
});
const replace = (messageId: string, output: string): ExpectedError => ({
  messageId,
  suggestions: [{ messageId: 'replaceCause', output }],
});
const nothing = (messageId = 'missing'): ExpectedError => ({ messageId, suggestions: [] });

/** A throw in `catch (e)`, before and after. */
const inCatch = (before: string, after: string, messageId = 'missing'): InvalidCase => {
  const wrap = (statement: string): string => `try { load(); } catch (e) { ${statement} }`;
  return { code: wrap(before), errors: [(messageId === 'missing' ? add : replace)(messageId, wrap(after))] };
};
const withoutOffer = (statement: string, messageId = 'missing'): InvalidCase => ({
  code: `try { load(); } catch (e) { ${statement} }`,
  errors: [nothing(messageId)],
});

testRule('require-cause', requireCause, {
  valid: ['try { load(); } catch (e) { throw new Error("m", { cause: e }); }'],
  invalid: [
    // Behind the message.
    inCatch(`throw new Error("m");`, `throw new Error("m", { cause: e });`),
    inCatch(`throw Error('m')`, `throw Error('m', { cause: e })`),
    inCatch('throw new Error(`cannot load ${id}`);', 'throw new Error(`cannot load ${id}`, { cause: e });'),
    inCatch(`throw new Error(("m"));`, `throw new Error(("m"), { cause: e });`),
    inCatch(`throw new Error(("m"),);`, `throw new Error(("m"), { cause: e },);`),
    inCatch(`throw new Error("m", );`, `throw new Error("m", { cause: e }, );`),
    inCatch(`throw new errors.LoadError(format(a, b));`, `throw new errors.LoadError(format(a, b), { cause: e });`),
    inCatch(`throw new Error("a, b)");`, `throw new Error("a, b)", { cause: e });`),
    inCatch(`throw isBad ? new Error("m") : e;`, `throw isBad ? new Error("m", { cause: e }) : e;`),
    inCatch(`const error = new Error("m"); throw error;`, `const error = new Error("m", { cause: e }); throw error;`),

    // Without a message.
    inCatch(`throw new Error();`, `throw new Error('', { cause: e });`),
    inCatch(`throw new Error;`, `throw new Error('', { cause: e });`),
    inCatch(`throw new (Error);`, `throw new (Error)('', { cause: e });`),
    inCatch(`throw new Error( );`, `throw new Error('', { cause: e } );`),

    // An error of several takes its options third.
    inCatch(`throw new AggregateError(all, "m");`, `throw new AggregateError(all, "m", { cause: e });`),
    inCatch(`throw new AggregateError(all);`, `throw new AggregateError(all, undefined, { cause: e });`),
    inCatch(`throw new AggregateError((all));`, `throw new AggregateError((all), undefined, { cause: e });`),
    inCatch(`throw new AggregateError();`, `throw new AggregateError([], undefined, { cause: e });`),
    inCatch(`throw new AggregateError;`, `throw new AggregateError([], undefined, { cause: e });`),

    // Into the options that are there.
    inCatch(`throw new Error("m", {});`, `throw new Error("m", { cause: e });`),
    inCatch(`throw new Error("m", ({}));`, `throw new Error("m", ({ cause: e }));`),
    inCatch(`throw new Error("m", { code });`, `throw new Error("m", { cause: e, code });`),
    inCatch(`throw new Error("m", { [cause]: 1 });`, `throw new Error("m", { cause: e, [cause]: 1 });`),

    // Instead of the wrong cause.
    inCatch(`throw new Error("m", { cause: e.message });`, `throw new Error("m", { cause: e });`, 'lossy'),
    inCatch(`throw new Error("m", { "cause": other, code });`, `throw new Error("m", { "cause": e, code });`, 'wrong'),
    inCatch(
      `throw new Error("m", { cause: e, cause: other });`,
      `throw new Error("m", { cause: e, cause: e });`,
      'wrong',
    ),
    inCatch(`throw new Error("m", { cause });`, `throw new Error("m", { cause: e });`, 'wrong'),
    inCatch(`throw new Error("m", { cause() {} });`, `throw new Error("m", { cause: e });`, 'wrong'),
    inCatch(`throw new Error("m", { get cause() {} });`, `throw new Error("m", { cause: e });`, 'wrong'),

    // Comments in every gap stay.
    inCatch(
      `throw /*a*/ new /*b*/ Error /*c*/ (/*d*/ "m" /*e*/ ) /*f*/; /*g*/`,
      `throw /*a*/ new /*b*/ Error /*c*/ (/*d*/ "m", { cause: e } /*e*/ ) /*f*/; /*g*/`,
    ),
    inCatch(`throw new Error(/* none */);`, `throw new Error('', { cause: e }/* none */);`),
    inCatch(`throw new Error("m", { /*a*/ code /*b*/ });`, `throw new Error("m", { /*a*/ cause: e, code /*b*/ });`),
    inCatch(
      `throw new Error("m", { /*a*/ cause /*b*/ : /*c*/ other /*d*/ });`,
      `throw new Error("m", { /*a*/ cause /*b*/ : /*c*/ e /*d*/ });`,
      'wrong',
    ),
    withoutOffer(`throw new Error("m", { cause: find(/* why */) });`, 'wrong'),
    withoutOffer(`throw new Error("m", { cause() { /* why */ } });`, 'wrong'),
    withoutOffer(`throw new Error("m", { /* none */ });`),

    // No slot can be told.
    withoutOffer(`throw new AppError("m", 500);`),
    withoutOffer(`throw new AppError("m", id, data);`),
    withoutOffer(`throw createHttpError(404);`),
    { code: 'try { load(); } catch ({ message }) { throw new Error(message); }', errors: [nothing()] },
    {
      name: 'shadowed',
      code: 'try { load(); } catch (e) { { const e = other; throw new Error("m"); } use(e); }',
      errors: [nothing()],
    },
    { code: 'load().catch((...all) => { throw new Error("m"); });', errors: [nothing()] },

    // The binding is added where it is missing, under a free name.
    {
      code: 'try { load(); } catch { throw new Error("m"); }',
      errors: [add('unbound', 'try { load(); } catch (error) { throw new Error("m", { cause: error }); }')],
    },
    {
      code: 'try { load(); } catch{ throw new Error("m"); }',
      errors: [add('unbound', 'try { load(); } catch (error){ throw new Error("m", { cause: error }); }')],
    },
    {
      code: 'try { load(); } catch /* any */ { throw new Error("m"); }',
      errors: [add('unbound', 'try { load(); } catch (error) /* any */ { throw new Error("m", { cause: error }); }')],
    },
    {
      code: 'try { load(); } catch { throw new Error(error.text); }',
      errors: [add('unbound', 'try { load(); } catch (cause) { throw new Error(error.text, { cause: cause }); }')],
    },
    {
      code: 'load().catch(() => { throw new Error("m"); });',
      errors: [add('missing', 'load().catch((error) => { throw new Error("m", { cause: error }); });')],
    },
    {
      code: 'load().catch(async () => { throw new Error("m"); });',
      errors: [add('missing', 'load().catch(async (error) => { throw new Error("m", { cause: error }); });')],
    },
    {
      code: 'load().catch(function () { throw new Error("m"); });',
      errors: [add('missing', 'load().catch(function (error) { throw new Error("m", { cause: error }); });')],
    },
    {
      name: 'a comment between the brackets',
      code: 'load().catch(function (/* any */) { throw new Error("m"); });',
      errors: [add('missing', 'load().catch(function (error/* any */) { throw new Error("m", { cause: error }); });')],
    },
    {
      name: 'a bracket in a comment in front',
      code: 'load().catch(async /* ( */ () => { throw new Error("m"); });',
      errors: [add('missing', 'load().catch(async /* ( */ (error) => { throw new Error("m", { cause: error }); });')],
    },
    {
      code: 'for (const result of results) if (result.status === "rejected") throw new Error("m");',
      errors: [
        add(
          'missing',
          'for (const result of results) if (result.status === "rejected") throw new Error("m", { cause: result.reason });',
        ),
      ],
    },

    // As the class says.
    {
      code: 'try { load(); } catch (e) { throw new MyError("m", data); }',
      options: [{ classes: [{ name: 'MyError', position: 2 }] }],
      errors: [add('missing', 'try { load(); } catch (e) { throw new MyError("m", data, { cause: e }); }')],
    },
    {
      code: 'try { load(); } catch (e) { throw new MyError; }',
      options: [{ classes: [{ name: 'MyError', position: 0 }] }],
      errors: [add('missing', 'try { load(); } catch (e) { throw new MyError({ cause: e }); }')],
    },
    {
      code: 'try { load(); } catch (e) { throw new MyError<string>; }',
      options: [{ classes: [{ name: 'MyError', position: 0 }] }],
      errors: [add('missing', 'try { load(); } catch (e) { throw new MyError<string>({ cause: e }); }')],
    },

    // Layout: several lines, tabs, CRLF, a byte order mark, a hashbang.
    {
      code: 'try {\n  load();\n} catch (e) {\n  throw new Error(\n    "a long message", // shown to the user\n  );\n}\n',
      errors: [
        add(
          'missing',
          'try {\n  load();\n} catch (e) {\n  throw new Error(\n    "a long message", { cause: e }, // shown to the user\n  );\n}\n',
        ),
      ],
    },
    {
      code: 'try {\n\tload()\n} catch (e) {\n\tthrow new Error("m", {\n\t\tcode,\n\t})\n}\n',
      errors: [
        add('missing', 'try {\n\tload()\n} catch (e) {\n\tthrow new Error("m", {\n\t\tcause: e, code,\n\t})\n}\n'),
      ],
    },
    {
      code: '\uFEFFtry {\r\n  load();\r\n} catch {\r\n  throw new Error("m");\r\n}\r\n',
      errors: [
        add(
          'unbound',
          '\uFEFFtry {\r\n  load();\r\n} catch (error) {\r\n  throw new Error("m", { cause: error });\r\n}\r\n',
        ),
      ],
    },
    {
      code: '#!/usr/bin/env node\n"use strict";\ntry { load() } catch (e) { throw new Error("m") }',
      errors: [
        add(
          'missing',
          '#!/usr/bin/env node\n"use strict";\ntry { load() } catch (e) { throw new Error("m", { cause: e }) }',
        ),
      ],
    },
  ],
});
