import noLogOnlyCatch from '../../rules/no-log-only-catch.ts';
import { testRule } from '../support/rule-tester.ts';

const report = ['logOnly'] as const;

testRule('no-log-only-catch', noLogOnlyCatch, {
  valid: [
    // A timer calls.
    'function f() { const timer = setInterval(() => { try { return load(); } catch (e) { console.warn(e); } }, 1000); return timer; }',
    'function refresh() { try { load(); } catch (e) { console.warn(e); } return use(); } setInterval(refresh, 1000);',
    'class A { run() { setInterval(() => this.refresh(), 1000); } async refresh() { try { await load(); } catch (e) { console.warn(e); } use(); } }',
    'class A { async #next() { try { await load(); } catch (e) { console.warn(e); } setTimeout(() => this.#next(), this.pause); } }',
    // A loop waits and comes again.
    'async function start(signal) { while (!signal.aborted) { try { await load(); } catch (e) { console.warn(e); } await sleep(1000); } }',
    'async function start() { for (;;) { try { await load(); } catch (e) { console.warn(e); } await new Promise((r) => setTimeout(r, 9)); } }',
    // Who polls asks again.
    'function f() { return startPipeline({ pollingIntervalMs: 9, load: async () => { try { return await read(); } catch (e) { console.warn(e); return []; } } }); }',
    'class A { async runPollCycle() { try { await load(); } catch (e) { console.warn(e); } use(); } }',
    // What was looked for would only have saved the work.
    'async function f(path) { try { const known = await read(path); if (isFresh(known)) { return known; } } catch (e) { console.warn(e); } const made = await create(path); return made; }',
    'async function f(path) { if (a) { try { const id = await read(path); if (isId(id)) return { id }; } catch (e) { console.warn(e); } } const id = create(); return id; }',
  ],
  invalid: [
    // The timer calls another function, or once.
    {
      code: 'function refresh() { try { load(); } catch (e) { console.warn(e); } return use(); } setInterval(other, 1000);',
      errors: report,
    },
    {
      code: 'function refresh() { try { load(); } catch (e) { console.warn(e); } return use(); } setTimeout(() => refresh(), 1000);',
      errors: report,
    },
    // The loop ends with the first success, has a list to come to the end of, or does not wait.
    {
      code: 'async function f() { while (left > 0) { try { await load(); break; } catch (e) { console.warn(e); } await sleep(9); } return use(); }',
      errors: report,
    },
    {
      code: 'async function f() { for (let i = 0; i < 9; i++) { try { await load(i); } catch (e) { console.warn(e); } await sleep(9); } return use(); }',
      errors: report,
    },
    {
      code: 'async function f() { while (pages.next()) { try { await load(); } catch (e) { console.warn(e); } count(); } return use(); }',
      errors: report,
    },
    // Where nobody polls.
    {
      code: 'function f() { return start({ load: async () => { try { return await read(); } catch (e) { console.warn(e); return []; } } }); }',
      errors: report,
    },
    // What follows is no work, or is done with what the guarded code has worked out.
    {
      code: 'async function f(path) { try { const known = await read(path); if (isFresh(known)) { return known; } } catch (e) { console.warn(e); } log(path); return null; }',
      errors: report,
    },
    {
      code: 'async function f(path) { try { size = await read(path); if (!size) return nothing; } catch (e) { console.warn(e); } const made = create(size); return made; }',
      errors: report,
    },
  ],
});
