import noLogOnlyCatch from '../../rules/no-log-only-catch.ts';
import { testRule } from '../support/rule-tester.ts';

testRule('no-log-only-catch', noLogOnlyCatch, {
  valid: [
    // A copy for later, a note about the work.
    'async function save(path) { try { await copy(path, target); } catch (e) { log.warn(`cannot save the build cache of ${path}`, e); } return use(); }',
    'async function persist(run) { try { const spans = convert(run); await send(spans); } catch (e) { console.error("Error writing spans", e); } return use(); }',
    'function f(entry) { try { note(entry); } catch (e) { logger.warn("Failed to record the metrics", e); } return entry; }',
    // An object that may be closed to it.
    'function f(target, name, wrapped) { try { target[name] = wrapped; } catch { debug.log("not replaced"); } return 1; }',
    'function f(target, value) { try { Object.defineProperty(target, "name", { value }); } catch { console.warn("not added"); } return 1; }',
    // A log for developers by its name.
    'async function f() { try { await send(); } catch (e) { debug.log("not sent", e); } return 1; }',
    // The first error goes its way.
    'function fail(error) { try { report(error); } catch (e) { console.warn(e); } return error; }',
    {
      code: 'function fail(cause: RequestError) { try { report(cause); } catch (e) { console.warn(e); } return cause; }',
      parsers: ['typescript'],
    },
    // The type declares that there may be nothing.
    'function toRegex(text: string): RegExp | undefined { try { return parse(text); } catch (e) { console.error(e); return undefined; } }',
  ],
  invalid: [
    // What is behind it takes the result, or a stale copy stays.
    {
      code: 'async function f(path) { let entry; try { entry = await read(path); } catch (e) { log.warn("cannot read the cache", e); } return use(entry); }',
      errors: ['logOnly'],
    },
    {
      code: 'async function f(path) { const all = []; try { all.push(await read(path)); } catch (e) { log.warn("cannot read the cache", e); } return all; }',
      errors: ['logOnly'],
    },
    {
      code: 'async function f(path) { try { await read(path); } catch (e) { log.warn("cannot read the cache", e); return null; } return use(); }',
      errors: ['logOnly'],
    },
    {
      code: 'async function f() { try { await drop(); } catch (e) { log.warn("cannot clear the cache", e); } return use(); }',
      errors: ['logOnly'],
    },
    {
      code: 'async function f() { try { await connect(); } catch (e) { log.warn("no cache", e); } return use(); }',
      errors: ['logOnly'],
    },
    // More than a property is worked out.
    {
      code: 'function f(target) { try { target.name = load(); } catch (e) { console.warn(e); } return 1; }',
      errors: ['logOnly'],
    },
    {
      code: 'async function f() { try { await send(); } catch (e) { debug.error("not sent", e); } return 1; }',
      errors: ['logOnly'],
    },
    // Not about the first error, or a callback with a result.
    {
      code: 'function f(error) { try { load(); } catch (e) { console.warn(e); } return error; }',
      errors: ['logOnly'],
    },
    {
      code: 'function f(error, rows) { try { use(error, rows); } catch (e) { console.warn(e); } return rows; }',
      errors: ['logOnly'],
    },
    {
      code: 'function f(event) { try { use(event); } catch (e) { console.warn(e); } return event; }',
      errors: ['logOnly'],
    },
    // The type declares a value, or the answer is taken for one; more than the input may be at fault.
    {
      code: 'function toRegex(text: string): RegExp { try { return parse(text); } catch (e) { console.error(e); return undefined; } }',
      errors: ['logOnly'],
    },
    {
      code: 'function toNames(text: string): string[] | undefined { try { return parse(text); } catch (e) { console.error(e); return []; } }',
      errors: ['logOnly'],
    },
    {
      code: 'async function toRows(id: string): Promise<Row | undefined> { try { return await load(id); } catch (e) { console.error(e); return undefined; } }',
      errors: ['logOnly'],
    },
  ],
});
