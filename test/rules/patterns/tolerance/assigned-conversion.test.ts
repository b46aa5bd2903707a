import { describe, expect, test } from 'vitest';
import { readTolerance } from './read-tolerance.ts';

describe('a conversion into a variable', () => {
  test.each([
    'function f(t) { let url; try { url = new URL(t); } catch {} return url; }',
    'function f(t) { let url: URL | undefined = undefined; try { url = new URL(t); } catch {} return url; }',
    'function f(t) { let url; try { url = new URL(t); } catch { return "/"; } return url.pathname; }',
    'function f(t, b) { let url; try { if (b) url = new URL(t, b); else url = new URL(t); } catch {} return url; }',
    'function f(t) { let origin; try { const url = new URL(t); origin = url.origin; } catch {} return origin; }',
    'function f(p) { try { p = decodePathParams(p); } catch {} use(p); }',
    'function f(p) { let path = p; try { path = fileURLToPath(p); } catch {} use(path); }',
    'function f(a) { let b; if (a) { b = a; } try { b = decodeURIComponent(a); } catch {} use(b); }',
    'let folder = given; try { folder = realpathSync(given); } catch {} use(folder);',
    'keys.forEach((key) => { let row; try { row = JSON.parse(key); } catch { return; } use(row); });',
    'for (const key of keys) { let row; try { row = JSON.parse(key); } catch { continue; } use(row); }',
    'function f(t) { let path = t; if (a) { try { const url = new URL(t); path = url.pathname + url.hash; } catch {} } use(path); }',
    'function f(v, base) { let next = v; try { next = new URL(v, base).toString(); } catch {} use(next); }',
    'function f(v) { let text = ""; try { text = JSON.stringify(v); } catch { text = "[circular]"; } use(text); }',
    'function f(t) { let row; try { row = JSON.parse(t); } catch { row = null; } use(row); }',
    'function f(v) { try { row[v] = JSON.stringify(v); } catch { row[v] = JSON.stringify("[circular]"); } }',
    'function f(t) { let text; try { const url = new URL(t); text = url.host; } catch { text = "***"; } use(text); }',
    'function f(t) { let row; try { row = JSON.parse(t); } catch { row = t; } use(row); }',
    'function f(t) { let row; try { row = JSON.parse(t); } catch { return t; } use(row); }',
    'function f(t) { let at; try { at = new Date(t).toISOString(); } catch { return undefined; } use(at); }',
  ])('%s', (code) => {
    expect(readTolerance(code)).toBe('conversion');
  });

  test.each([
    'function f(t) { let url = base; try { url = new URL(t); } catch {} return url; }',
    'function f(t) { let url; try { url = new URL(t); } catch {} return load(url); }',
    'function f(t) { let path = t; try { const url = new URL(b); path = url.pathname; } catch {} use(path); }',
    'function f(p) { let row; try { row = JSON.parse(readFileSync(p)); } catch { return null; } use(row); }',
    'function f(t) { let row; try { row = JSON.parse(t); } catch { return; } use(row); }',
    'function f(t, b) { let url; try { if (b) url = new URL(t, b); else other = new URL(t); } catch {} return url; }',
    'function f(t) { let origin; try { const url = new URL(t); save(url); origin = url.origin; } catch {} return origin; }',
    'let folder = given; try { folder = realpathSync(other); } catch {} use(folder);',
    'function f(t) { let row; try { row = JSON.parse(t); } catch { row = {}; } use(row); }',
    'function f(t) { let port; try { const url = new URL(t); port = url.port; } catch { port = 80; } use(port); }',
    'function f(t) { let text; try { const url = new URL(t); text = load(url); } catch { text = "***"; } use(text); }',
    'function f(v) { let text; try { text = JSON.stringify(v); } catch { other = "[circular]"; } use(text); }',
    'function f(v) { let text; try { text = JSON.stringify(v); } catch { text = ""; save(); } use(text); }',
    'function f(p) { let text; try { text = JSON.stringify(readFileSync(p)); } catch { text = ""; } use(text); }',
    'socket.on("message", (text) => { let row; try { row = JSON.parse(text); } catch { return; } use(row); });',
  ])('none in %s', (code) => {
    expect(readTolerance(code)).toBeUndefined();
  });

  test('what is changed was made in the block', () => {
    const make = 'const url = new URL(t); url.hash = ""; return url;';
    expect(readTolerance(`function f(t) { try { ${make} } catch { return null; } }`)).toBe('conversion');
    const read = 'const date = new Date(t); date.toISOString(); return date;';
    expect(readTolerance(`function f(t) { try { ${read} } catch { return null; } }`)).toBe('conversion');
    const hide = 'const row = JSON.parse(t); if (row.a) row.a = "*"; return JSON.stringify(row);';
    expect(readTolerance(`function f(t) { try { ${hide} } catch { return t; } }`)).toBe('conversion');
    const send = 'const client = new Client(t); client.send(); return client;';
    expect(readTolerance(`function f(t) { try { ${send} } catch { return null; } }`)).toBeUndefined();
    const change = 'const url = new URL(t); state.hash = ""; return url;';
    expect(readTolerance(`function f(t) { try { ${change} } catch { return null; } }`)).toBeUndefined();
  });
});
