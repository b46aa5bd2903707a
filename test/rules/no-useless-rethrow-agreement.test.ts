import { Linter, type Rule as ESLintRule } from 'eslint';
import { describe, expect, test } from 'vitest';
import rule from '../../rules/no-useless-rethrow.ts';

/**
 * What ESLint's `no-useless-catch` and this rule say of the same catch clauses. Each case has the shape of one in the suite of the core
 * rule; the differences are on the page of this rule.
 */
const cases: Readonly<Record<string, string>> = {
  'a log line': 'try { load(); } catch (problem) { log(problem); }',
  'a log line and a finally': 'try { load(); } catch (problem) { log(problem); } finally { close(); }',
  'a call before the rethrow': 'try { load(); } catch (problem) { undo(); throw problem; }',
  'a property is thrown': 'try { load(); } catch (problem) { throw problem.text; }',
  'a new error is thrown': 'try { load(); } catch (problem) { throw new Error("no"); }',
  'another variable is thrown': 'try { load(); } catch (problem) { throw other; }',
  'nothing is done': 'try { load(); } catch (problem) {}',
  'a part by its name': 'try { load(); } catch ({ problem }) { throw problem; }',
  'a part by its place': 'try { load(); } catch ([problem]) { throw problem; }',
  'a call before the rethrow, async': 'async () => { try { await load(); } catch (e) { undo(); throw e; } };',
  'no binding': 'try { throw new Error("a"); } catch { throw new Error("a"); }',
  rethrow: 'try { load(); } catch (problem) { throw problem; }',
  'rethrow and finally': 'try { load(); } catch (problem) { throw problem; } finally { close(); }',
  'a block comment': 'try { load(); } catch (problem) { /* a word */ throw problem; }',
  'a block comment and a finally':
    'try { load(); } catch (problem) { /* a word */ throw problem; } finally { close(); }',
  'a line comment': 'try { load(); } catch (problem) {\n// a word\nthrow problem; }',
  'a line comment and a finally': 'try { load(); } catch (problem) {\n// a word\nthrow problem; } finally { close(); }',
  'a comment on two lines': 'try { load(); } catch (problem) { /* one\nword */ throw problem; }',
  'a comment on two lines and a finally':
    'try { load(); } catch (problem) { /* one\nword */ throw problem; } finally { close(); }',
  'in an async function': 'async () => { try { await load(); } catch (e) { throw e; } };',
  'in an if without block': 'if (ready) try { load(); show(); } catch (e) { throw e; }',
  'in a while without block': 'while (ready) try { load(); show(); } catch (e) { throw e; }',
  'in a for without block': 'for (let i = 0; i < 9; i++) try { load(); show(); } catch (e) { throw e; }',
  'in a for-of without block': 'for (const id of ids) try { load(); show(); } catch (e) { throw e; }',
  'in a for-in without block': 'for (const id in ids) try { load(); show(); } catch (e) { throw e; }',
  'in a do without block': 'do try { load(); show(); } catch (e) { throw e; } while (ready);',
  'on one line': 'try { load() } catch (e) { throw e; } show()',
  'two calls on one line': 'try { load(); note(); } catch (e) { throw e; } show()',
  'an if on one line': 'if (ready) try { load() } catch (e) { throw e; } show()',
  'in the block of an if': 'if (ready) { try { load(); show(); } catch (e) { throw e; } }',
  'in the block of a while': 'while (ready) { try { load(); } catch (e) { throw e; } }',
  'in the block of a for': 'for (let i = 0; i < 9; i++) { try { load(); } catch (e) { throw e; } }',
  'a list behind no semicolon': 'start()\n\ntry {\n[1].forEach(load)\n} catch (e) {\nthrow e\n}\n\n[2].forEach(load)',
  'an object behind no semicolon': 'start()\n\ntry {\nlog({ a: 1 })\n} catch (e) {\nthrow e\n}\n\n[2].forEach(load)',
  'a comment that is a sentence': 'try { load(); } catch (e) {\n// a breakpoint stops here in development\nthrow e; }',
  'a rejection in an async function': 'async () => { try { await load(); } catch (e) { return Promise.reject(e); } };',
  'a copy': 'try { load(); } catch (e) { throw new Error(e.message, { cause: e }); }',
};

const differences = ['a comment that is a sentence', 'a rejection in an async function', 'a copy'];

const plugins = {
  octollm: {
    // TSESLint's rule type is stricter than ESLint's in the node types of its listeners.
    rules: { 'no-useless-rethrow': rule as unknown as ESLintRule.RuleModule },
  },
};

function isReported(name: string, code: string): boolean {
  return new Linter().verify(code, { plugins, rules: { [name]: 'error' } }).length > 0;
}

describe('agreement with no-useless-catch', () => {
  const disagreed = Object.entries(cases)
    .filter(([, code]) => isReported('no-useless-catch', code) !== isReported('octollm/no-useless-rethrow', code))
    .map(([name]) => name);

  test('it differs where it means to', () => {
    expect(disagreed).toEqual(differences);
  });

  test('it says the same of nine cases in ten', () => {
    expect(1 - disagreed.length / Object.keys(cases).length).toBeGreaterThanOrEqual(0.9);
  });
});
