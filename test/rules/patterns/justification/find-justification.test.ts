import { describe, expect, test } from 'vitest';
import { findDirective, findJustification } from '../../../../rules/patterns/justification/find-justification.ts';
import type { ReasonPolicy } from '../../../../rules/patterns/justification/reason.ts';
import { readSource } from '../../../support/read-source.ts';
import { readHandlers, readNodes } from '../read-handlers.ts';

function find(code: string, accept: ReasonPolicy['accept'] = 'comment'): string | undefined {
  const source = readSource(code);
  const [handler] = readHandlers(source);
  if (!handler) throw new Error(`No handler in a test: ${code}`);
  return findJustification(source, handler, { accept, minReasonLength: 10 })?.value.trim();
}

test.each(['Just in case it is cold', 'so that an answer that breaks off is not lost'])(
  '"%s" above the statement',
  (text) => {
    expect(find(`// ${text}\ntry { load(); } catch {}`)).toBe(text);
  },
);

describe('a comment of the handler', () => {
  test.each([
    'try { load(); } catch { /* fails when cold */ }',
    'try { load(); } catch /* fails when cold */ {}',
    'try { load(); } catch (e /* fails when cold */) {}',
    'try { load(); } /* fails when cold */ catch {}',
    'try { load(); } catch {} // fails when cold',
    'try { load(); } catch {\n  // fails when cold\n}',
    'try { load(); } catch {\n  note();\n  // fails when cold\n}',
    'try {\n  load();\n  // fails when cold\n} catch {}',
    '// fails when cold\ntry { load(); } catch {}',
    'try { load(); }\n// fails when cold\ncatch {}',
    '// fails when cold\nlet rows;\ntry { rows = load(); } catch {}',
    'load().catch(() => { /* fails when cold */ });',
    'load().catch(/* fails when cold */ () => {});',
    'load().catch(() => {} /* fails when cold */);',
    'load() // fails when cold\n  .catch(() => {});',
    'load()\n  // fails when cold\n  .catch(() => {});',
    'load().catch(() => {}); // fails when cold',
    'load().catch(noop); // fails when cold',
    '// fails when cold\nload().catch(() => {});',
    'const rows = await load().catch(() => {}); // fails when cold',
    'class A { rows = load().catch(() => {}); // fails when cold\n}',
  ])('%j', (code) => {
    expect(find(code)).toBe('fails when cold');
  });

  test('over several lines', () => {
    expect(find('try { load(); } catch {\n  // ignored:\n  // fails when cold\n}')).toBe('ignored:');
  });

  test('with CRLF', () => {
    expect(find('// fails when cold\r\ntry {\r\n  load();\r\n} catch {\r\n}\r\n')).toBe('fails when cold');
  });
});

describe('a comment of something else', () => {
  test.each([
    '// fails when cold\n\nuse();\ntry { load(); } catch {}',
    'use(); // fails when cold\ntry { load(); } catch {}',
    'try { load(); // fails when cold\n  use(); } catch {}',
    'try { load(); } catch {}\nuse(); // fails when cold',
    'load(/* fails when cold */ 1).catch(() => {});',
    'load(() => { /* fails when cold */ }).catch(() => {});',
    'load().then(() => { /* fails when cold */ }, () => {});',
    'try { load(); } catch { /* TODO */ }',
    '// Loads the rows.\ntry { load(); } catch {}',
  ])('%j', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

test('the policy decides what is accepted', () => {
  const plain = 'try { load(); } catch { /* fails when cold */ }';
  const directive = 'try { load(); } catch { /* expected: fails when cold */ }';
  expect(find(plain, 'directive')).toBeUndefined();
  expect(find(directive, 'directive')).toBe('expected: fails when cold');
  expect(find(plain, 'none')).toBeUndefined();
  expect(find(directive, 'none')).toBeUndefined();
});

describe('the directive of a statement', () => {
  const findNoCause = (code: string): string | undefined => {
    const source = readSource(code);
    const node = readNodes(source).find(({ type }) => type === 'NewExpression');
    return node && findDirective(source, node, 'no-cause', 10)?.value.trim();
  };

  test.each([
    '// no-cause: quotes the secret\nthrow new Error();',
    'throw new Error(); // no-cause: quotes the secret',
    'try {} catch { // no-cause: quotes the secret\nthrow new Error(); }',
    'throw new Error(/* no-cause: quotes the secret */);',
    'throw new Error(\n  // no-cause: quotes the secret\n);',
    '// no-cause: quotes the secret\nreject(new Error());',
    '// no-cause: quotes the secret\n// and more\nthrow new Error();',
  ])('%j', (code) => {
    expect(findNoCause(code)).toBe('no-cause: quotes the secret');
  });

  test.each([
    '// no-cause: quotes the secret\n\nuse();\nthrow new Error();',
    'throw new Error(); use(); // no-cause: quotes the secret',
    'throw new Error();\n// no-cause: quotes the secret',
    '// no-cause: short\nthrow new Error();',
    '// quotes the secret\nthrow new Error();',
  ])('none in %j', (code) => {
    expect(findNoCause(code)).toBeUndefined();
  });
});
