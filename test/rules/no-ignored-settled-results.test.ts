import noIgnoredSettledResults from '../../rules/no-ignored-settled-results.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const discarded = ['discarded'];
const fulfilledOnly = ['fulfilledOnly'];
const bare = (messageId: string): ExpectedError[] => [{ messageId, suggestions: [] }];
const offer = (messageId: string, output: string): ExpectedError[] => [
  { messageId, suggestions: [{ messageId: 'throwRejected', output }] },
];
const tasks = 'items.map((item) => save(item))';
const settled = `const results = await Promise.allSettled(${tasks});`;
const added = (results: string, indent = ''): string =>
  `\n${indent}const failures = ${results}.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));` +
  `\n${indent}if (failures.length > 0) throw new AggregateError(failures, 'Some tasks failed.');`;

testRule('no-ignored-settled-results', noIgnoredSettledResults, {
  valid: [
    // Other combinators reject.
    `await Promise.all(${tasks});`,
    `await Promise.any(${tasks});`,
    `await all(${tasks});`,

    // Each task tells of its failure itself.
    `class Uploader {
       async run(files) { await Promise.allSettled(files.map((file) => this.#upload(file))); this.reset(); }
       #upload(file) { return new Promise((resolve, reject) => send(file, { onSuccess: resolve, onError: (e) => { this.emit('upload-error', file, e); reject(e); } })); }
     }`,

    // Who only waits leaves failures to the owners of the promises.
    'await Promise.allSettled(Array.from(this.running));',
    'await Promise.allSettled(Array.from(running.values()));',
    'await Promise.allSettled([queue.onIdle(), client.awaitPendingBatches()]);',
    `const started = load(); started.catch(report); await Promise.allSettled([started]);`,
    `const started = load();
     const length = started.then((text) => text.length, () => 0);
     Promise.allSettled([started]).then(([text]) => send(text.status === 'fulfilled' ? text.value : undefined));`,
    'const first = load(), second = read(); await Promise.allSettled([first, second]); use(await first, await second);',

    // Rejected entries are seen.
    `${settled} for (const result of results) if (result.status === 'rejected') report(result.reason);`,
    `${settled} for (const result of results) { if (result.status === 'fulfilled') use(result.value); else report(result); }`,
    `${settled} for (const result of results) { if (result.status === 'fulfilled') { use(result.value); continue; } failed++; }`,
    `${settled} for (const result of results) { if (result.status !== 'fulfilled') throw result.reason; }`,
    `${settled} for (const result of results) { switch (result.status) { case 'fulfilled': use(result.value); } }`,
    `${settled} results.forEach((result) => { if (result.status === 'rejected') failed++; });`,
    `${settled} results.forEach(({ status, reason }) => { if (status === 'rejected') report(reason); });`,
    `${settled} results.forEach(({ status }) => { if (status !== 'fulfilled') failed++; });`,
    `${settled} results.forEach((result) => note(result));`,
    `${settled} results.forEach(note);`,
    `${settled} const failed = results.filter((result) => result.status === 'rejected');`,
    `${settled} const failed = results.filter(isRejected);`,
    `${settled} if (results.some((result) => result.status === 'rejected')) fail();`,
    `${settled} if (!results.every((result) => result.status === 'fulfilled')) fail();`,
    `${settled} const first = results.find((result) => result.status === 'fulfilled');`,
    `${settled} const ok = results.filter((result) => result.status === 'fulfilled').length;`,
    `${settled} const ok = results.filter((result) => result.status === 'fulfilled'); if (ok.length < items.length) fail();`,
    `${settled} const done = results.filter((r) => r.status === 'fulfilled').map((r) => r.value); log(done.length);`,
    `${settled} const values = results.map((r) => (r.status === 'fulfilled' ? r.value : toFailure(r)));`,
    `${settled} const values = results.map((r) => (r.status === 'fulfilled' ? r.value : 'failed'));`,
    `${settled} const count = results.reduce((sum, r) => sum + (r.status === 'rejected' ? 1 : 0), 0);`,
    `${settled} summarize(results);`,
    `${settled} export { results };`,
    `export ${settled}`,
    `${settled} const copy = [...results];`,
    `${settled} const failed = results.length - ok;`,
    `const [a, b] = await Promise.allSettled([load(), read()]); if (a.status === 'rejected') report(a.reason);`,
    `const [a, b] = await Promise.allSettled([load(), read()]); use(a);`,
    `function save() { return Promise.allSettled(${tasks}); }`,
    `const save = () => Promise.allSettled(${tasks});`,
    `async function save() { return await Promise.allSettled(${tasks}); }`,
    `summarize(await Promise.allSettled(${tasks}));`,
    `Promise.allSettled(${tasks}).then((results) => summarize(results));`,
    `Promise.allSettled(${tasks}).then(summarize);`,
    `class A { results = Promise.allSettled(${tasks}); }`,
    `${settled} if ((results[0] as PromiseRejectedResult).reason) fail();`,
    `${settled} if ('reason' in results[0]) fail();`,

    // No task can fail.
    'await Promise.allSettled(items.map((item) => save(item).catch(report)));',
    'await Promise.allSettled(items.map((item) => save(item).catch(report).then(() => note(item))));',
    'await Promise.allSettled(items.map((item) => save(item).then(note, report)));',
    'await Promise.allSettled(items.map((item) => save(item).catch(report).finally(done)));',
    'await Promise.allSettled(items.map(async (item) => { try { await save(item); } catch (e) { report(e); } }));',
    'async function put(item) { try { await save(item); } catch (e) { report(e); } } await Promise.allSettled(items.map((item) => put(item)));',
    'class A { async run() { await Promise.allSettled(items.map((item) => this.put(item))); } async put(item) { try { await save(item); } catch (e) { report(e); } } }',
    'await Promise.allSettled([load().catch(report), read().catch(report)]);',
    'await Promise.allSettled(items.map(() => new Promise((resolve) => setTimeout(resolve, 10))));',
    'const tasks = []; for (const item of items) tasks.push(save(item).catch(report)); await Promise.allSettled(tasks);',

    // The promises belong to somebody else.
    'async function wait(pending) { await Promise.allSettled(pending); }',
    'await Promise.allSettled(inFlight);',
    'const runningJobs = start(); await Promise.allSettled(runningJobs);',
    'class A { async drain() { await Promise.allSettled(this.pending); } }',
    'class A { async drain() { await Promise.allSettled([...this.pending]); } }',
    'class A { async drain() { await Promise.allSettled(this.pending.values()); } }',
    `const tasks = ${tasks}; await Promise.allSettled(tasks); await Promise.all(tasks);`,
    'async function f(values) { await Promise.allSettled(values.map((value) => send(value))); return Promise.all(values); }',
    'await Promise.allSettled(jobs.map((job) => job.done));',
    'await Promise.allSettled(sockets.map(close));',
    'async function put(item) { try { await save(item); } catch (e) { report(e); } } await Promise.allSettled(items.map(put));',
    `let results; use((results = await Promise.allSettled(${tasks})));`,
    `let results; results = await Promise.allSettled(${tasks}); report(results);`,
    `${settled} const sum = results.reduce((sum, r) => (r.status === 'fulfilled' ? sum + r.value : sum - 1), 0);`,
    'await Promise.allSettled();',

    // Cleanups.
    'await Promise.allSettled(sockets.map((socket) => socket.close()));',
    'await Promise.allSettled([server.close(), database.disconnect()]);',
    'await Promise.allSettled(paths.map((path) => { return unlink(path); }));',
    'await Promise.allSettled(paths.map(async (path) => { await unlink(path); }));',
    `try { await run(); } finally { await Promise.allSettled(${tasks}); }`,
    `class A { async stop() { await Promise.allSettled(${tasks}); } }`,
    `afterEach(async () => { await Promise.allSettled(${tasks}); });`,

    // A reason is given.
    `// expected: the previews are an extra\nawait Promise.allSettled(${tasks});`,
    `await Promise.allSettled(${tasks}); // one that fails is tried again at the next start`,
    `// Some of them may fail, the page works without them.\nawait Promise.allSettled(${tasks});`,
    `await Promise.allSettled(\n  // failures are reported by save itself\n  ${tasks},\n);`,

    // Another Promise, another method.
    `import { Promise } from 'own'; await Promise.allSettled(${tasks});`,
    `function f(Promise) { Promise.allSettled(${tasks}); }`,
    `await Effect.allSettled(${tasks});`,
    `const text = 'allSettled'; save(text);`,

    // Options.
    { code: `await Promise.allSettled(${tasks});`, options: [{ check: ['fulfilled-only'] }] },
    { code: `${settled} use(results.map((r) => r.value));`, options: [{ check: ['discarded'] }] },
    { code: `await Promise.allSettled(${tasks});`, filename: 'src/orders.test.ts' },
    { code: `/* expected: gone */ await Promise.allSettled(${tasks});`, options: [{ minReasonLength: 4 }] },
  ],
  invalid: [
    // Nobody reads the list.
    { code: 'await Promise.allSettled(Array.from(items, (item) => save(item)));', errors: discarded },
    { code: 'await Promise.allSettled([queue.onIdle(), save(item)]);', errors: discarded },
    {
      code: `class Uploader {
       async run(files) { await Promise.allSettled(files.map((file) => this.#upload(file))); this.reset(); }
       #upload(file) { this.emit('upload-start', file); return send(file); }
     }`,
      errors: discarded,
    },
    { code: 'const started = load(); log(started); await Promise.allSettled([started]);', errors: discarded },
    {
      code: 'const first = load(); const second = read(); await first; await Promise.allSettled([first, second]);',
      errors: discarded,
    },
    {
      code: `await Promise.allSettled(${tasks});`,
      errors: offer('discarded', `const results = await Promise.allSettled(${tasks});${added('results')}`),
    },
    {
      name: 'without a semicolon',
      code: `async function f() {\n  await Promise.allSettled(${tasks}) // later\n}`,
      errors: offer(
        'discarded',
        `async function f() {\n  const results = await Promise.allSettled(${tasks});${added('results', '  ')} // later\n}`,
      ),
    },
    {
      name: 'the names are taken',
      code: `const results = [], failures = 0;\nawait Promise.allSettled(${tasks});`,
      errors: offer(
        'discarded',
        `const results = [], failures = 0;\nconst settled = await Promise.allSettled(${tasks});` +
          added('settled').replaceAll('failures', 'rejections'),
      ),
    },
    { code: `if (ready) await Promise.allSettled(${tasks});`, errors: bare('discarded') },
    { code: `Promise.allSettled(${tasks});`, errors: bare('discarded') },
    { code: `void Promise.allSettled(${tasks});`, errors: bare('discarded') },
    { code: `Promise.allSettled(${tasks}).then(() => done());`, errors: bare('discarded') },
    { code: `await Promise.allSettled(${tasks}).then(function () { done(); });`, errors: discarded },
    { code: `await Promise.allSettled(${tasks}).finally(done);`, errors: discarded },
    { code: `await Promise['allSettled'](${tasks});`, errors: discarded },
    { code: `await Promise?.allSettled(${tasks});`, errors: discarded },
    { code: `await Promise.allSettled([load(), read()]);`, errors: discarded },
    { code: `await Promise.allSettled(ids.map(async (id) => { await save(id); }));`, errors: discarded },
    {
      code: `await Promise.allSettled(ids.map(async (id) => { try { await save(id); } finally { note(); } }));`,
      errors: discarded,
    },
    {
      code: `await Promise.allSettled(ids.map((id) => save(id).catch((e) => { throw new SaveError(e); })));`,
      errors: discarded,
    },
    { code: `await Promise.allSettled(Array.from(ids, (id) => save(id)));`, errors: discarded },
    {
      code: 'const tasks = []; for (const item of items) tasks.push(save(item)); await Promise.allSettled(tasks);',
      errors: discarded,
    },
    { code: 'const a = load(); const b = read(); await Promise.allSettled([a, b]);', errors: discarded },
    {
      code: settled,
      errors: offer('discarded', `${settled}${added('results')}`),
    },
    { code: `${settled} log(\`\${results.length} done\`);`, errors: discarded },
    { code: `const results = await Promise.allSettled(${tasks}), other = 1;`, errors: bare('discarded') },
    { code: `// TODO\nawait Promise.allSettled(${tasks});`, errors: discarded },
    { code: `// save all\nawait Promise.allSettled(${tasks});`, errors: discarded },
    { code: `class A { static { void Promise.allSettled(${tasks}); } }`, errors: discarded },
    { code: `async function* f() { await Promise.allSettled(${tasks}); yield 1; }`, errors: discarded },
    {
      code: `async function f() { await using lock = take(); await Promise.allSettled(${tasks}); }`,
      errors: discarded,
    },

    { code: 'async function all(tasks) { await Promise.allSettled(tasks); }', errors: discarded },
    { code: 'await Promise.allSettled(tasks);', errors: discarded },

    // Only fulfilled entries are read.
    {
      code: `async function f() {\n  ${settled}\n  return results.filter((r) => r.status === 'fulfilled').map((r) => r.value);\n}`,
      errors: offer(
        'fulfilledOnly',
        `async function f() {\n  ${settled}${added('results', '  ')}\n  return results.filter((r) => r.status === 'fulfilled').map((r) => r.value);\n}`,
      ),
    },
    {
      code: `${settled} use(results.filter((r) => r.status === 'fulfilled'));`,
      errors: [{ messageId: 'fulfilledOnly', column: 23, endColumn: 41, data: { outcome: 'fulfilled-only' } }],
    },
    { code: `${settled} use(results.filter((r) => r.status !== 'rejected'));`, errors: fulfilledOnly },
    { code: `${settled} use(results.filter(isFulfilled));`, errors: fulfilledOnly },
    { code: `${settled} use(results.filter(({ status }) => status === 'fulfilled'));`, errors: fulfilledOnly },
    {
      code: `${settled} use(results.filter((r): r is PromiseFulfilledResult<number> => r.status === 'fulfilled'));`,
      errors: fulfilledOnly,
    },
    {
      code: `${settled} use((results as PromiseFulfilledResult<number>[]).map((r) => r.value));`,
      errors: fulfilledOnly,
    },
    { code: `${settled} use(results.map((r) => r.value));`, errors: fulfilledOnly },
    { code: 'await Promise.allSettled(items.map(save));', errors: discarded },
    { code: `let results; results = await Promise.allSettled(${tasks});`, errors: discarded },
    { code: 'await Promise.allSettled(items.map(this.save));', errors: discarded },
    {
      code: `let results; results = await Promise.allSettled(${tasks}); use(results.map((r) => r.value));`,
      errors: fulfilledOnly,
    },
    {
      code: `${settled} use(results.reduce((sum, r) => (r.status === 'fulfilled' ? sum + r.value : sum), 0));`,
      errors: fulfilledOnly,
    },
    {
      code: `${settled} use(results.map((r) => (r.status === 'fulfilled' ? r.value : undefined)));`,
      errors: fulfilledOnly,
    },
    { code: `${settled} use(results.map((r) => (r.status === 'rejected' ? null : r.value)));`, errors: fulfilledOnly },
    {
      code: `${settled} use(results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : [])));`,
      errors: fulfilledOnly,
    },
    { code: `${settled} for (const r of results) if (r.status === 'fulfilled') use(r.value);`, errors: fulfilledOnly },
    {
      code: `${settled} for (const r of results) { if (r.status !== 'fulfilled') continue; use(r.value); }`,
      errors: fulfilledOnly,
    },
    {
      code: `${settled} for (const r of results) { if (r.status === 'rejected') continue; use(r.value); }`,
      errors: fulfilledOnly,
    },
    {
      code: `${settled} for (const r of results) { if (r.status === 'fulfilled' && r.value) use(r.value); }`,
      errors: fulfilledOnly,
    },
    {
      code: `${settled} results.forEach((r) => { if (r.status === 'fulfilled') use(r.value); });`,
      errors: fulfilledOnly,
    },
    {
      code: `${settled} results.forEach((r, i) => { const one = r; if (one.status === 'fulfilled') use(one.value, i); });`,
      errors: fulfilledOnly,
    },
    {
      code: `for (const r of await Promise.allSettled(${tasks})) if (r.status === 'fulfilled') use(r.value);`,
      errors: bare('fulfilledOnly'),
    },
    {
      code: `const values = (await Promise.allSettled(${tasks})).filter((r) => r.status === 'fulfilled');`,
      errors: bare('fulfilledOnly'),
    },
    {
      code: `const [a, b] = await Promise.allSettled([load(), read()]); use(a.value, b.value);`,
      errors: fulfilledOnly,
    },
    {
      code: `const [a, b] = await Promise.allSettled([load(), read()]); use(a.status === 'fulfilled' ? a.value : [], b.value);`,
      errors: fulfilledOnly,
    },
    { code: `const [{ value }] = await Promise.allSettled([load(), read()]); use(value);`, errors: fulfilledOnly },
    { code: `${settled} use(results[0].status === 'fulfilled' && results[0].value);`, errors: fulfilledOnly },
    { code: `${settled} if ('value' in results[0]) use(results[0].value);`, errors: fulfilledOnly },
    {
      code: `Promise.allSettled(${tasks}).then((rs) => rs.filter((r) => r.status === 'fulfilled').forEach(show));`,
      errors: fulfilledOnly,
    },
    { code: `Promise.allSettled(${tasks}).then(([a]) => use(a.value));`, errors: fulfilledOnly },
    {
      code: `async function f(tasks) { const rs = await Promise.allSettled(tasks); return rs.filter((r) => r.status === 'fulfilled'); }`,
      errors: fulfilledOnly,
    },
    { code: `const pick = (r) => r.value; ${settled} use(results.map(pick));`, errors: fulfilledOnly },

    // Options.
    { code: 'await Promise.allSettled([socket.close()]);', options: [{ allowCleanup: false }], errors: discarded },
    {
      code: `await Promise.allSettled(${tasks});`,
      filename: 'src/orders.test.ts',
      options: [{ allowInTests: false }],
      errors: discarded,
    },
    {
      code: `// expected: the previews are an extra\nawait Promise.allSettled(${tasks});`,
      options: [{ allowWithReason: false }],
      errors: discarded,
    },
    {
      code: `// one may fail\nawait Promise.allSettled(${tasks});`,
      options: [{ requireDirective: true }],
      errors: discarded,
    },
  ],
});
