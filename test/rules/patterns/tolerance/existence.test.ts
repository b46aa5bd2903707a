import { describe, expect, test } from 'vitest';
import { readTolerance } from './read-tolerance.ts';

describe('code that asks whether something is there', () => {
  test.each([
    'try { await fs.access(join(folder, name)); } catch {}',
    'async function f() { if (a) { try { await access(path.join(folder, name)); return 1; } catch {} } use(); }',
    'let found = false; try { found = !!(await fs.stat(file)); } catch {} use(found);',
    'try { await stat(file); } catch {} use();',
    'try { found = await fileExists(decodeURIComponent(file)); } catch {} use(found);',
    'try { if (require.resolve(js) && require.resolve(mjs)) log.warn("both", basename(js)); } catch {} use();',
    'try { execSync("yarn dlx --help", { stdio: "ignore" }); command = "yarn"; } catch {} use(command);',
    'function f(name) { try { return execFileSync(name, ["--version"]).toString().trim(); } catch {} use(); }',
    'try { assert.deepEqual(stored, store); } catch { this.store = store; }',
    'try { joined = concat(joined, chunk); } catch { joined = undefined; concatSupported = false; }',
    'try { paths.push(require.resolve(join(name, "alpha"))); } catch {} use(paths);',
    'async function f(p) { const real = await fs.realpath(p).catch(() => null); if (real == null) return false; use(real); }',
    'function f() { for (const p of all) { let names; try { names = fs.readdirSync(p); } catch { continue; } if (names.length) return p; } }',
    'async function f(p) { const at = await stat(p).catch(() => undefined); return at?.isFile() ?? false; }',
  ])('%s', (code) => {
    expect(readTolerance(code)).toBe('probe');
  });

  test.each([
    'try { await fs.access(file); await fs.rename(file, other); } catch {}',
    'let size = 0; try { size = (await fs.stat(file)).size; } catch {} use(size);',
    'try { if (!statSync(file).isDirectory()) use(file); } catch {} go();',
    'try { execSync("git commit -m version"); } catch {}',
    'try { join(folder, name); } catch {} use();',
    'try { joined = await concat(joined, chunk); } catch { joined = undefined; concatSupported = false; }',
    'try { joined = concat(joined, chunk); } catch { joined = undefined; isDone = false; }',
    'try { paths.push(name); } catch {} use(paths);',
    'for (const p of all) { let names; try { names = fs.readdirSync(p); } catch { continue; } use(names); }',
    'function f() { for (const p of all) { let text; try { text = readFileSync(p); } catch { continue; } if (text) return p; } }',
    'for (const p of all) { let names; try { names = fs.readdirSync(p); } catch { names = []; } use(names); }',
    'async function f(p) { const at = await stat(p).catch(() => ({ size: 0 })); return at.size; }',
    'async function f(p) { const text = await readFile(p).catch(() => ""); return text ? 1 : 2; }',
  ])('none in %s', (code) => {
    expect(readTolerance(code)).toBeUndefined();
  });
});
