import { describe, expect, test } from 'vitest';
import { findEnclosingHandlers } from '../../../../rules/patterns/handlers/find-enclosing-handlers.ts';
import { parseSettings } from '../../../../rules/patterns/settings/parse-settings.ts';
import { readSource } from '../../../support/read-source.ts';
import { readNodes } from '../read-handlers.ts';

const settings = parseSettings({}, () => []);

/** The names of the errors in whose handlers the one throw of a file runs, innermost first. */
function findErrors(code: string): string[] {
  const source = readSource(code);
  const failure = readNodes(source).find(({ type }) => type === 'ThrowStatement');
  if (!failure) throw new Error(`No throw in a test: ${code}`);
  return findEnclosingHandlers(source, settings, failure).map(
    ({ kind, variables }) => variables.map(({ name }) => name).join() || kind,
  );
}

describe('a throw runs in the handlers around it', () => {
  test.each([
    ['try { load(); } catch (a) { throw 1; }', ['a']],
    ['try { load(); } catch { throw 1; }', ['catch-clause']],
    ['try { load(); } catch (a) { if (b) { for (;;) { throw 1; } } }', ['a']],
    ['try { load(); } catch (a) { try { undo(); } catch (b) { throw 1; } }', ['b', 'a']],
    ['try { load(); } catch (a) { try { throw 1; } finally { close(); } }', ['a']],
    ['try { load(); } catch (a) { undo().catch((b) => { throw 1; }); }', ['b', 'a']],
    ['load().catch((a) => { throw 1; });', ['a']],
    ['load().then(use, (a) => { throw 1; });', ['a']],
    ['function fail(a) { throw 1; } load().catch(fail);', ['a']],
    ['const fail = (a) => { throw 1; }; load().then(use, fail);', ['a']],
    ['emitter.on("error", (a) => { throw 1; });', ['a']],
    ['function f(a) { if (a.status === "rejected") { throw 1; } }', ['a']],
    ['source.subscribe({ error: (a) => { throw 1; } });', ['a']],
    ['read(path, (err, data) => { if (err) throw 1; });', ['err']],
    ['read(path, (err, data) => { if (err !== null) { throw 1; } });', ['err']],
    ['read(path, (err, data) => { if (!err) { use(data); } else { throw 1; } });', ['err']],
    ['read(path, (err, data) => { if (err || !data) throw 1; });', ['err']],
  ])('%s', (code, errors) => {
    expect(findErrors(code)).toEqual(errors);
  });
});

describe('a throw runs in no handler', () => {
  test.each([
    'throw 1;',
    'try { throw 1; } catch (a) {}',
    'try { load(); } catch (a) {} finally { throw 1; }',
    'try { load(); } catch (a) {} throw 1;',
    'try { load(); } catch (a) { later(() => { throw 1; }); }',
    'try { load(); } catch (a) { function f() { throw 1; } f(); }',
    'try { load(); } catch (a) { class A { run() { throw 1; } } }',
    'load().then(() => { throw 1; }, (a) => {});',
    'load().catch((a = () => { throw 1; }) => {});',
    'read(path, (err, data) => { throw 1; });',
    'read(path, (err, data) => { if (!err) throw 1; });',
    'read(path, (err, data) => { if (data) throw 1; });',
    'function f(a) { if (a.status === "rejected") {} else { throw 1; } }',
    'function fail(a) { throw 1; } fail(load());',
    'function fail(a) { throw 1; } list.map(fail);',
  ])('%s', (code) => {
    expect(findErrors(code)).toEqual([]);
  });
});
