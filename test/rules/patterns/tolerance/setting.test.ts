import { describe, expect, test } from 'vitest';
import { readTolerance } from './read-tolerance.ts';

describe('a setting that the environment may refuse', () => {
  test.each([
    'try { Error.stackTraceLimit = 50; } catch {}',
    'try { window.localStorage.setItem(key, JSON.stringify(row)); } catch {}',
    'try { sessionStorage.removeItem(key); } catch {}',
  ])('%s', (code) => {
    expect(readTolerance(code)).toBe('setting');
  });

  test.each([
    'try { state.rows = load(); } catch {}',
    'try { rows = 50; } catch {}',
    'try { storage.setItem(key, row); } catch {}',
    'try { localStorage.setItem(key, row); save(row); } catch {}',
    'function f() { try { return localStorage.getItem(key); } catch { return null; } }',
  ])('none in %s', (code) => {
    expect(readTolerance(code)).toBeUndefined();
  });
});
