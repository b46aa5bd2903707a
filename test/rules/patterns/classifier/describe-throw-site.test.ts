import { describe, expect, test } from 'vitest';
import { describeFirst, parsers } from './find-throws.ts';

/** The message as a reader sees it, with the inserted expressions in braces. */
const read = (code: string): string =>
  describeFirst(code)
    .message.map((part) => (part.kind === 'text' ? part.value : `{${part.value}}`))
    .join('');

describe('the message', () => {
  test.each([
    ["new Error('plain')", 'plain'],
    ['new Error()', ''],
    ['new Error(`task ${task.id} is ${state}`)', 'task {task.id} is {state}'],
    ["new Error('task ' + id + ' gone')", 'task {id} gone'],
    ['new Error(message)', '{message}'],
    ['new Error(String(value))', '{value}'],
    ["new Error(names.join(', '))", '{names.join}'],
    ["new Error(['one', 'two'].join(' '))", 'one two    '],
    ["new Error(isNew ? 'no name' : 'no id')", 'no nameno id'],
    ["new Error(text ?? 'unknown')", '{text}unknown'],
    ["new Error((await response.text()) || 'failed')", '{response.text}failed'],
    ["new Error(localize('key', 'Not found'))", 'key Not found '],
    ["const message = 'not here'; throw new Error(message)", 'not here'],
    ["const reason = 'gone'; throw new Error(`it is ${reason}`)", 'it is gone'],
    ['new Error(Messages.TOKEN_EXPIRED)', ' TOKEN_EXPIRED '],
    ['new Error(Reason.TokenExpired)', ' Reason.TokenExpired '],
    ['new Error(ERROR_MESSAGES.noSession(user))', ' noSession '],
    ['new Error(error.message)', '{error.message}'],
    ['new Error(validationErrors.first)', '{validationErrors.first}'],
    ["let text = 'gone'; text += ` at ${place}`; throw new Error(text)", 'gone'],
    ['function stop(message) { throw new Error(message) }', '{message}'],
  ])('of %s', (code, message) => {
    expect(read(code).replace(' Reason.', ' ').trim()).toBe(message.replace(' Reason.', ' ').trim());
  });
});

describe('the guard', () => {
  const guardOf = (code: string) => describeFirst(code).guards[0];

  test.each([
    ['if (!name) throw new Error()', 'absence'],
    ['if (name == null) throw new Error()', 'absence'],
    ["if (name === '') throw new Error()", 'absence'],
    ['if (list.length === 0) throw new Error()', 'absence'],
    ['if (list.indexOf(name) === -1) throw new Error()', 'absence'],
    ['if (name !== undefined) throw new Error()', 'presence'],
    ["if (typeof name !== 'string') throw new Error()", 'type'],
    ['if (!(name instanceof Name)) throw new Error()', 'type'],
    ['if (!Array.isArray(name)) throw new Error()', 'type'],
    ['if (size > limit) throw new Error()', 'comparison'],
    ['if (name.length > 10) throw new Error()', 'size'],
    ['if (!known.has(name)) throw new Error()', 'membership'],
    ['if (!(name in known)) throw new Error()', 'membership'],
    ['if (!/x/.test(name)) throw new Error()', 'pattern'],
    ['if (!isValid(name)) throw new Error()', 'predicate'],
    ["if (name === 'x') throw new Error()", 'choice'],
    ['if (closed) throw new Error()', 'flag'],
    ['if (error) throw new Error()', 'failure'],
    ["const name = given ?? raise(new Error('no name'))", 'flag'],
    ["switch (name) { case 'x': throw new Error() }", 'choice'],
  ])('of %s asks for %s', (code, question) => {
    expect(guardOf(code)?.asks).toContain(question);
  });

  test('asks the opposite behind an `else`', () => {
    expect(guardOf('if (found) use(found); else throw new Error()')).toMatchObject({
      asks: ['absence'],
      otherwise: true,
    });
  });

  test('is the last `if` that returns, where the throw has none of its own', () => {
    const code = 'function f(a) { if (a.id) return a; if (a.name) { return 1 } log(); throw new Error() }';
    expect(guardOf(code)).toMatchObject({ text: 'a.name', asks: ['absence'], otherwise: true });
  });

  test('is not the `if` beside the throw', () => {
    expect(guardOf('function f(a) { if (a) log(a); throw new Error() }')).toBeUndefined();
  });

  test('of the default of a switch is what the switch looks at', () => {
    expect(guardOf('switch (event.type) { case 1: break; default: throw new Error() }')).toMatchObject({
      text: 'event.type',
      otherwise: true,
    });
  });

  test('comes nearest first', () => {
    const { guards } = describeFirst('if (outer) { if (inner) { throw new Error() } }');
    expect(guards.map(({ text }) => text)).toEqual(['inner', 'outer']);
  });

  test.each([
    ['function f(name) { if (!name) throw new Error() }', ['parameter']],
    ['function f({ name }) { if (!name) throw new Error() }', ['parameter']],
    ['const entry = this.entries.get(id); if (!entry) throw new Error()', ['this.entries.get']],
    ['const entry = table[id]; if (!entry) throw new Error()', ['table[]']],
    ['let entry; entry = await load(id); if (!entry) throw new Error()', ['load']],
    ['let entry; try { entry = load() } finally { close() } if (!entry) throw new Error()', ['load']],
    ['const { error } = await save(); if (error) throw new Error()', ['save']],
    ['const key = options.key ?? process.env.KEY; if (!key) throw new Error()', ['options.key', 'process.env.KEY']],
    ['if (!process.env.KEY) throw new Error()', ['process.env']],
    ['class A { f() { if (this.closed) throw new Error() } }', ['this']],
    ['const query = db.select(); const rows = await query; if (!rows) throw new Error()', ['query', 'db.select']],
    ['for (const item of items) if (!item) throw new Error()', ['items']],
    ['if (!unknown) throw new Error()', []],
  ])('of %s has the origins %j', (code, origins) => {
    expect(guardOf(code)?.origins).toEqual(origins);
  });

  test('gives the statuses, codes and classes it compares with', () => {
    expect(describeFirst('if (response.status === 404) throw new Error()').statuses).toEqual([404]);
    expect(describeFirst("if (error.code === 'ENOENT') throw new Error()").codes).toEqual(['ENOENT']);
    expect(describeFirst('if (error instanceof errors.NotFound) throw new Error()').codes).toEqual(['NotFound']);
    expect(describeFirst("switch (e.code) { case 'EACCES': throw new Error() }").codes).toEqual(['EACCES']);
  });

  test('gives no status that the throw stands behind', () => {
    expect(describeFirst('if (response.status === 404) retry(); else throw new Error()').statuses).toEqual([]);
  });
});

describe('the surroundings', () => {
  test('a catch names the calls that may have failed', () => {
    const site = describeFirst('try { await fs.readFile(path); JSON.parse(text) } catch { throw new Error() }');
    expect(site).toMatchObject({ caught: true, callees: ['fs.readFile', 'JSON.parse'] });
  });

  test('so does the handler of a rejection', () => {
    const site = describeFirst('load(id).catch(() => { throw new Error() })');
    expect(site).toMatchObject({ caught: true, callees: ['load'] });
    expect(describeFirst('load(id).then(use, () => { throw new Error() })').caught).toBe(true);
    expect(describeFirst('load(id).then(() => { throw new Error() }, log)').caught).toBe(false);
  });

  test('a throw in a try block is not caught yet', () => {
    expect(describeFirst('try { throw new Error() } catch { log() }').caught).toBe(false);
  });

  test('a test names the call whose result it tests', () => {
    expect(describeFirst('const user = await users.find(id); if (!user) throw new Error()').callees).toEqual([
      'users.find',
    ]);
  });

  test('a callback names what it waits for', () => {
    expect(describeFirst('setTimeout(() => reject(new Error()), 10)').callbackOf).toEqual(['setTimeout']);
    expect(describeFirst("socket.on('close', () => reject(new Error()))").callbackOf).toEqual(['socket.on close']);
    expect(describeFirst('socket.onclose = () => reject(new Error())').callbackOf).toEqual(['socket.onclose']);
  });

  test('the function and the class have their names', () => {
    const code = 'class Store { load(id) { ids.forEach((id) => { throw new Error() }) } }';
    expect(describeFirst(code)).toMatchObject({ functionName: 'load', className: 'Store', parameters: ['id', 'id'] });
    expect(describeFirst('const load = () => { throw new Error() }').functionName).toBe('load');
    expect(describeFirst('const api = { load() { throw new Error() } }').functionName).toBe('load');
    expect(describeFirst('throw new Error()').functionName).toBe('');
  });

  test('a guard of another function does not count', () => {
    expect(describeFirst('if (outer) { function f() { throw new Error() } }').guards).toEqual([]);
  });

  test('a function that does nothing else is marked', () => {
    expect(describeFirst('function f() { throw new Error() }').isWholeBody).toBe(true);
    expect(describeFirst('const f = () => new Error()').isWholeBody).toBe(true);
    expect(describeFirst('function f() { log(); throw new Error() }').isWholeBody).toBe(false);
  });
});

describe('all parsers of the dialect', () => {
  test.each([
    'function f(name) { if (!name) throw new Error(`no ${name}`) }',
    "const entry = this.entries?.get(id); if (!entry) throw new Error('gone')",
    "try { JSON.parse(text) } catch (error) { throw new Error('bad: ' + error.message, { cause: error }) }",
    "class A { #closed = false; f() { if (this.#closed) throw new Error('closed') } static { new Map() } }",
    "switch (kind) { case 'a': break; default: throw new Error(`unknown ${kind}`) }",
    "const run = async () => { const r = await fetch(u); if (!(r).ok) throw new Error((await r.text()) || 'failed') }",
  ])('describe alike %s', (code) => {
    const site = describeFirst(code, parsers.oxc);
    expect(describeFirst(code, parsers.typescript)).toEqual(site);
    expect(describeFirst(code, parsers.espree)).toEqual(site);
  });

  test('reads through the casts of TypeScript', () => {
    const code = "const entry = table.get(id)!; if (!(entry as Entry)) throw new Error('gone' as const)";
    const site = describeFirst(code, parsers.oxc);
    expect(site).toMatchObject({ message: [{ value: 'gone' }], callees: ['table.get'] });
    expect(describeFirst(code, parsers.typescript)).toEqual(site);
  });
});
