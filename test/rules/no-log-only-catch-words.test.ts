import noLogOnlyCatch from '../../rules/no-log-only-catch.ts';
import { testRule } from '../support/rule-tester.ts';

testRule('no-log-only-catch', noLogOnlyCatch, {
  valid: [
    // The handler says how it goes on.
    'function f() { try { load(); } catch (e) { console.warn("cannot read it, creating a new one", e); } return use(); }',
    'function f() { try { load(); } catch (e) { console.warn(e); /* leaves a file behind, which is not a big issue */ } return use(); }',
    'function f() { try { load(); } catch (e) { console.warn(e); return null; /* something went wrong, but continue */ } }',
    // The comment above it, or above its function, says that it may fail.
    'function f() { rest();\n// It only adds to the report: no harm done if it fails.\ntry { load(); } catch (e) { console.warn(e); }\nreturn use(); }',
    '/** Sends what is left, best effort. */\nfunction f() { try { load(); } catch (e) { console.warn(e); } return use(); }',
    'class A {\n/** Sends what is left and never rejects. */\nasync send() { try { await load(); } catch (e) { console.warn(e); } rest(); } }',
    // The line shows the text that could not be read.
    'function f(address) { try { const { host } = new URL(address); use(host); } catch { console.warn(`${address} is no URL`); } return 1; }',
    'function f(line) { try { rows = JSON.parse(line.text); } catch { console.warn("not JSON", line.text); } return rows; }',
    // One of several, whose loop is in the caller.
    'async function drop(name) { try { await run(name); } catch (e) { console.error(`${name} stays`, e); } rest(); } async function all() { for (const name of names) await drop(name); }',
    'class A { all() { return Promise.all(this.names.map((name) => this.#drop({ name }))); } async #drop({ name }) { try { await run(name); } catch (e) { console.error(name, e); } rest(); } }',
    // Nothing for one of several, beside what the others yield.
    'function f() { return Promise.all(names.map(async (name) => { try { return await load(name); } catch (e) { console.error(name, e); return []; } })); }',
    // A removal in passing.
    'async function f() { try { await store.delete(id); } catch (e) { console.error(e); } return use(); }',
  ],
  invalid: [
    // What a description says of the work is no word about its failure.
    {
      code: '/** Sends what is left. */\nfunction f() { try { load(); } catch (e) { console.warn(e); } return use(); }',
      errors: ['logOnly'],
    },
    {
      code: 'function f() { rest();\n// It fails without a connection.\ntry { load(); } catch (e) { console.warn(e); }\nreturn use(); }',
      errors: ['logOnly'],
    },
    // Another text, or more than the text that may be at fault.
    {
      code: 'function f(address, name) { try { const { host } = new URL(address); use(host); } catch { console.warn(`no URL for ${name}`); } return 1; }',
      errors: ['logBlind'],
    },
    {
      code: 'function f(path) { try { use(JSON.parse(readFileSync(path))); } catch { console.warn(`cannot read ${path}`); } return 1; }',
      errors: ['logBlind'],
    },
    // The caller asks for one alone, or does not learn which one failed.
    {
      code: 'async function drop(name) { try { await run(name); } catch (e) { console.error(name, e); } rest(); } async function all() { for (const name of names) await drop(name); await drop(last); }',
      errors: ['logOnly'],
    },
    {
      code: 'async function drop(name) { try { await run(name); } catch (e) { console.error(e); } rest(); } async function all() { for (const name of names) await drop(name); }',
      errors: ['logOnly'],
    },
    // A default for one of several, an answer to one question, or an item that only lends its logger.
    {
      code: 'function f() { return Promise.all(names.map(async (name) => { try { return await load(name); } catch (e) { console.error(name, e); return first; } })); }',
      errors: ['logOnly'],
    },
    {
      code: 'async function f(name) { try { return await load(name); } catch (e) { console.error(name, e); return []; } }',
      errors: ['logOnly'],
    },
    {
      code: 'async function f() { for (const task of tasks) { try { await task.run(); } catch (e) { task.logger.warn("not run", e); } } return use(); }',
      errors: ['logOnly'],
    },
    // The others have no turn.
    {
      code: 'async function f() { for (const step of steps) { try { await run(step); } catch (e) { console.error(step, e); break; } } }',
      errors: ['logOnly'],
    },
    // What the function was called for.
    {
      code: 'class A { async clear() { try { await this.store.delete(this.id); } catch (e) { console.error(e); } await super.clear(); } }',
      errors: ['logOnly'],
    },
    {
      code: 'async function dropIndex() { try { await run(); } catch (e) { console.error(e); } }',
      errors: ['logOnly'],
    },
  ],
});
