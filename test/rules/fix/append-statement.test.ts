import { expect, test } from 'vitest';
import { appendStatement } from '../../../rules/fix/rethrow.ts';
import { readSource } from '../../support/read-source.ts';
import { readHandlers } from '../patterns/read-handlers.ts';
import { applyEdits, fixer } from './apply-edits.ts';

/** The file with a rethrow at the end of its first handler, or undefined where none is offered. */
function rethrow(code: string): string | undefined {
  const source = readSource(code);
  const [handler] = readHandlers(source);
  if (!handler) throw new Error(`No handler in a test: ${code}`);
  const edit = appendStatement(source, handler, (name) => `throw ${name};`);
  return edit && applyEdits(source, edit(fixer));
}

test.each([
  ['try { a(); } catch (e) {}', 'try { a(); } catch (e) { throw e; }'],
  ['try { a(); } catch (e) { }', 'try { a(); } catch (e) { throw e; }'],
  ['try { a(); } catch {}', 'try { a(); } catch (error) { throw error; }'],
  ['try { a(); } catch{}', 'try { a(); } catch (error){ throw error; }'],
  ['try { a(); } catch (e) {b();}', 'try { a(); } catch (e) {b(); throw e; }'],
  ['try { a(); } catch (e) { b(); }', 'try { a(); } catch (e) { b(); throw e; }'],
  ['try { a(); } catch (e) { /* why */ }', 'try { a(); } catch (e) { /* why */ throw e; }'],
  ['try { a(); } catch { error(); }', 'try { a(); } catch (cause) { error(); throw cause; }'],
  ['try { a(); } catch { error(cause); }', 'try { a(); } catch (caughtError) { error(cause); throw caughtError; }'],
  ['try {\n  a();\n} catch (e) {\n}', 'try {\n  a();\n} catch (e) {\n  throw e;\n}'],
  ['try {\n  a();\n} catch (e) {\n  b();\n}', 'try {\n  a();\n} catch (e) {\n  b();\n  throw e;\n}'],
  ['try {\n  a();\n} catch (e) {\n  // why\n}', 'try {\n  a();\n} catch (e) {\n  // why\n  throw e;\n}'],
  ['try {\n    a();\n} catch (e) {\n}', 'try {\n    a();\n} catch (e) {\n    throw e;\n}'],
  ['try {\n\ta();\n} catch (e) {\n}', 'try {\n\ta();\n} catch (e) {\n\tthrow e;\n}'],
  [
    'function f() {\n\ttry {\n\t\ta();\n\t} catch (e) {\n\t}\n}',
    'function f() {\n\ttry {\n\t\ta();\n\t} catch (e) {\n\t\tthrow e;\n\t}\n}',
  ],
  [
    '/*\n * Licence\n */\ntry {\n    a();\n} catch (e) {\n}',
    '/*\n * Licence\n */\ntry {\n    a();\n} catch (e) {\n    throw e;\n}',
  ],
  ['try {\r\n  a();\r\n} catch (e) {\r\n}', 'try {\r\n  a();\r\n} catch (e) {\r\n  throw e;\r\n}'],
  ['a().catch(() => {});', 'a().catch((error) => { throw error; });'],
  ['a().catch(function () {});', 'a().catch(function (error) { throw error; });'],
  ['a().catch((e) => {});', 'a().catch((e) => { throw e; });'],
  ['a().then(b, (e) => {});', 'a().then(b, (e) => { throw e; });'],
  [
    'function f(r) { if (r.status === "rejected") {} }',
    'function f(r) { if (r.status === "rejected") { throw r.reason; } }',
  ],
])('%j', (code, output) => {
  expect(rethrow(code)).toBe(output);
});

test.each([
  'a().catch(() => b());',
  'a().catch(noop);',
  'const drop = () => {}; a().catch(drop);',
  'try { a(); } catch ({ message }) {}',
  'function f() { try { a(); } catch (e) { return; } }',
  'for (;;) { try { a(); } catch (e) { continue; } }',
  'try { a(); } catch (e) { // why\n b(); }',
  'a().catch((...all) => {});',
])('nothing for %j', (code) => {
  expect(rethrow(code)).toBeUndefined();
});
