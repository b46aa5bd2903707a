import { describe, expect, test } from 'vitest';
import { readTolerance as find } from './read-tolerance.ts';

describe('a cleanup', () => {
  test.each([
    'try { socket.close(); } catch {}',
    'try { await socket.close(); } catch {}',
    'try { this.#socket?.destroy(); } catch {}',
    'try { unlinkSync(path); } catch {}',
    'try { void fs.promises.rm(path); } catch {}',
    'try { if (socket) socket.close(); } catch {}',
    'try { if (socket) { socket.close(); } } catch {}',
    'try { socket && socket.close(); } catch {}',
    'try { a.close(); b.close(); } catch {}',
    'function f() { try { return a.close(); } catch { return; } }',
    'try { closeQuietly(a); } catch {}',
    'try { clearTimeout(timer); } catch {}',
    'lock.release().catch(() => {});',
    'try { emitter.removeAllListeners(); } catch {}',
    'try { adb.removeLogListener(listener); } catch {}',
    'try { await Promise.all([a.close(), b.close()]); } catch {}',
    'function f() { try { server.close(); for (const client of clients) { client.terminate(); } return true; } catch {} return false; }',
    'try { pack.finalize(); pack.destroy(); } catch {}',
    'try { await Promise.all(fileDeletionPromises); } catch {}',
    'this.#cancelling = this.runCancel().catch(() => {});',
    'response.waitFor(response.cancel()).catch(() => {});',
    'list.scrollToItem(3).catch(() => {});',
    'list.scrollToItem(3).then(() => input.focus()).catch(() => {});',
    'try { reporter.verbose("m"); await rm(folder); } catch {}',
    'function close() { this.socket.onerror = () => {}; this.socket.onclose = null; this.socket.close(); }',
    'async function f() { try { await load(); } finally { try { await forget(id); } catch {} } }',
    'async function f(r) { await r.arrayBuffer().catch(() => undefined); return shard; }',
    'async function f(r) { try { await r.text(); } catch {} return shard; }',
    'async function f() { try { await emptyDir(folder); } catch {} }',
    'async function purge() { try { await purgeEntries(this.cache); } catch { /* ignore */ } }',
    'function forget() { try { this.webStorage.removeItem(this.key); } catch { /* ignore */ } }',
    'const removeFileIfAny = async () => { await helper.clear().catch(() => { /* ignore */ }); };',
  ])('%s', (code) => {
    expect(find(code)).toBe('cleanup');
  });

  test.each([
    'try { a.close(); b.close(); c.close(); } catch {}',
    'try { a.close(); save(); } catch {}',
    'try { deleteUser(id); } catch {}',
    'try { endSession(id); } catch {}',
    'try { closed = isGone(); } catch {}',
    'try { await Promise.all([a.close(), b.save()]); } catch {}',
    'try { for (const row of rows) save(row); } catch {}',
    'function f() { try { save(); return true; } catch {} }',
    'try { if (a) a.close(); else save(); } catch {}',
    'try { } catch {}',
    'a.save().catch(() => {});',
    'try { finalizeOrder(id); } catch {}',
    'try { telemetry.send(1); } catch {}',
    'list.scrollToItem(3).then((row) => save(row)).catch(() => {});',
    'async function f(r) { const body = await r.arrayBuffer().catch(() => undefined); return body; }',
    'async function f(r) { await save(r.text()).catch(() => undefined); return r; }',
    'async function purge() { try { await purgeEntries(this.cache); } catch {} }',
    'async function purge() { try { await purgeEntries(this.orders); } catch { /* ignore */ } }',
    'async function f() { try { await store(this.cache); } catch { /* ignore */ } }',
    'async function f() { try { await clearCache(); save(); } catch { /* ignore */ } }',
    'try { await Promise.all(uploads); } catch {}',
    'response.waitFor(response.json()).catch(() => {});',
    'function open() { this.socket.onerror = () => {}; other.close(); this.socket.send("hello"); }',
    'async function f() { try { await load(); } finally { try { await store(id); } catch {} next(); } }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('a probe', () => {
  test.each([
    'function isReady() { try { load(); } catch { return 0; } }',
    'function tryLoad() { try { return load(); } catch {} }',
    'function _canLoad() { try { return load(); } catch {} }',
    'const maybeLoad = () => { try { return load(); } catch {} };',
    'const o = { hasRows() { try { return load(); } catch {} } };',
    'class A { safeLoad() { try { return load(); } catch {} } }',
    'class A { #tryLoad = () => { try { return load(); } catch {} }; }',
    'function loadOrNull() { try { return load(); } catch { return null; } }',
    'function loadIfExists() { try { return load(); } catch {} }',
    'function f(x): x is Row { try { return load(x); } catch { return false; } }',
    'try { await access(path); } catch {}',
    'try { require.resolve(name); } catch {}',
    'let moved = false; try { if (a) { await move(); moved = true; } } catch {}',
    'async function isReady() { return await ping().then(() => true).catch(() => false); }',
    'async function isReady() { return (await load().catch(() => null)) !== null; }',
    'async function f() { try { const path = await fs.which(name); if (await fs.exists(path)) return path; } catch {} return null; }',
  ])('%s', (code) => {
    expect(find(code)).toBe('probe');
  });

  test.each([
    'function issue() { try { load(); } catch {} use(); }',
    'function trySave() { later(() => { try { load(); } catch {} use(); }); }',
    'function candidate() { try { load(); } catch {} use(); }',
    'function load() { try { read(); } catch {} use(); }',
    'async function isAllowed() { const owner = await load().catch(() => ""); return owner === id; }',
    'function isSafe() { for (const veto of vetoes) { try { if (ask(veto)) return false; } catch {} } return true; }',
    'try { await access(path); save(); } catch {}',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('an error that whoever owns the promise receives', () => {
  test.each([
    'async function f() { const p = load(); p.catch(() => {}); return await p; }',
    'async function f() { const p = load(); void p.catch(() => {}); return p; }',
    'function f(p) { p.catch(() => {}); }',
    'function f(queue, p) { Promise.resolve(p).catch(() => {}); queue.push(p); }',
    'class A { run() { this.ready.catch(() => {}); } }',
    'async function f() { try { await this.pending; } catch {} use(); }',
    'async function f() { try { await delay(10); } catch {} use(); }',
    'p.then(next, next);',
    'function f() { return load().then(noop).catch(noop); }',
    'async function f() { const p = load(); p.finally(done).catch(() => {}); return p; }',
    'class A { run() { this.served = this.lifecycle.catch(() => {}); } }',
    'class A { constructor() { this.servicing.then((service) => (this.service = service)).catch(() => {}); } }',
    'function f() { const sent = send(); waitUntil(sent.catch(() => {})); return sent; }',
    'function f() { const run = tail.then(next); tail = run.catch(() => {}); return run; }',
    'async function f() { try { await getPageLoadDelay(page); } catch {} }',
    'async function f() { try { await waitFor(new Promise((resolve) => { timer = setTimeout(resolve, 9); }), signal); } catch {} next(); }',
  ])('%s', (code) => {
    expect(find(code)).toBe('settled-elsewhere');
  });

  test.each([
    'load().catch(() => {});',
    'const p = load(); p.catch(() => {});',
    'Promise.resolve(load()).catch(() => {});',
    'const rows = await p.catch(() => {});',
    'async function f() { try { await load(); } catch {} use(); }',
    'p.then(next, () => {});',
    'function f() { return load().then(next).catch(noop); }',
    'class A { start() { this.servicing.then(async (service) => save(service)).catch(() => {}); } }',
    'function f() { waitUntil(send().catch(() => {})); }',
    'async function f() { try { await waitFor(new Promise((resolve) => save(resolve)), signal); } catch {} next(); }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('a pure conversion', () => {
  test.each([
    'function f(t) { try { return JSON.parse(t); } catch { return undefined; } }',
    'function f(t) { try { return new URL(t).host; } catch { return ""; } }',
    'function f(t) { try { return decodeURIComponent(t); } catch { return t; } }',
    'function f(t) { try { const [a] = t.split(","); return BigInt(a); } catch { return null; } }',
    'function f(v) { try { v = JSON.parse(v); } catch {} use(v); }',
    'function f(k) { let key = k; try { key = decodeURIComponent(k, key); } catch {} use(key); }',
    'function f(s) { try { s = zodToJsonSchema(s); } catch {} use(s); }',
    'function f(t) { let data; try { data = JSON.parse(t); } catch { return undefined; } use(data); }',
    'function f(t) { let url; try { url = new URL(t); } catch { return null; } use(url); }',
    'function f(text) { try { return new URL(text).origin; } catch {} return null; }',
    'function f(value) { if (value) { try { return stringify(value); } catch {} } return value; }',
    'for (const key in query) { const value = query[key]; try { query[key] = parser(value); } catch {} }',
    'function f(t) { let list; try { list = JSON.parse(t); } catch {} return Array.isArray(list) ? list : [t]; }',
    'function f(t) { let url; try { url = t === "" ? undefined : new URL(t); } catch {} use(url?.host ?? "none"); }',
    'class A { getChain() { try { return this.components.chain; } catch {} } }',
    'function f(text) { try { return new URL(text); } catch { return; } }',
    'function f(page) { try { const node = page.querySelector("b"); return JSON.parse(node.text); } catch { return null; } }',
    'function f(row) { try { return sanitize(JSON.stringify(row)); } catch { return row; } }',
    'function f(text) { try { parser(text); return format(text); } catch {} return text; }',
    'function f(urls) { for (const url of urls) { try { const u = new URL(url); if (!u.host) return; } catch { return; } } return urls; }',
    'function f(all) { for (const t of all) { try { const row = JSON.parse(t); if (row.id) return row; } catch { continue; } } }',
    'function f(all) { for (const t of all) { try { const row = JSON.parse(t); if (row.id) { log.info(t); return row; } } catch {} } }',
    'function f(at) { let origin; try { if (at) { origin = new URL(at).origin; } } catch {} return origin ? [origin] : []; }',
  ])('%s', (code) => {
    expect(find(code)).toBe('conversion');
  });

  test.each([
    'function f(p) { try { return JSON.parse(readFileSync(p)); } catch { return undefined; } }',
    'async function f(r) { try { return await r.json(); } catch { return undefined; } }',
    'function f(t) { try { return load(t); } catch { return undefined; } }',
    'function f(t) { try { this.rows = JSON.parse(t); return 1; } catch { return 0; } }',
    'function f(t) { try { save(JSON.parse(t)); return 1; } catch { return 0; } }',
    'function f(t) { let data; try { data = JSON.parse(t); } catch {} use(data); }',
    'function f(t) { let data; try { data = JSON.parse(t); } catch { return 5; } use(data); }',
    'async function f(v) { try { v = await refresh(v); } catch {} use(v); }',
    'function f(text) { try { return new URL(text).origin; } catch {} use(text); return null; }',
    'for (const key in query) { const value = other[key]; try { query[key] = parser(value); } catch {} }',
    'function f(v) { try { v = refresh(v); } catch {} use(v); }',
    'function f() { try { return save(); } catch {} }',
    'function f(text) { try { const data = JSON.parse(text); use(data); } catch { return; } }',
    'function f(all) { for (const t of all) { try { rows.push(JSON.parse(t)); } catch { continue; } } }',
    'function f(all) { for (const t of all) { try { const row = JSON.parse(t); if (row.id) return row; } catch { break; } } }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('a failure that is told anyway', () => {
  test.each([
    'function f() { try { return load(); } catch {} throw new LoadError(); }',
    'function f() { try { return load(); } catch {} fail("m"); }',
    'function f() { try { return load(); } catch {} if (a) return b; throw new LoadError(); }',
    'function f() { if (a) { try { return b(); } catch {} } throw new LoadError(); }',
  ])('%s', (code) => {
    expect(find(code)).toBe('leads-to-failure');
  });

  test.each([
    'function f() { try { return load(); } catch {} if (a) throw new LoadError(); }',
    'function f() { try { return load(); } catch {} return 1; }',
    'function f() { let a; try { a = load(); } catch {} if (a) return a; throw new LoadError(); }',
    'function f() { for (const a of all) { try { return load(a); } catch {} } throw new LoadError(); }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('a detail of a failure that is known already', () => {
  test.each([
    'async function f(r) { if (!r.ok) { const text = await r.text().catch(() => ""); log(text); } }',
    'async function f(r) { if (r.status !== 200) { let m; try { m = await r.json(); } catch {} use(m); } }',
    'async function formatHttpError(r) { let text; try { text = await load(r); } catch { return name; } return name + text; }',
    'function captureHandlerError(row) { try { if (row.id) { send(row); } } catch {} }',
    'async function f(r) { if (r.ok) return; const body = await parse(r).catch(() => null); use(body); }',
    'async function f(r) { if (!a) throw new ApiError("m", { body: await r.text().catch(() => "") }); }',
    'function onFailed(error) { try { use(JSON.parse(error.body)); } catch {} observer.error(error); }',
    'function f(given) { return load({ failed(err) { const error = wrap(err); if (a) { try { note(error); } catch {} } retry({ error }); } }); }',
    'async function f(r) { while (a) { if (r.ok) break; const body = await r.clone().json().catch(() => null); use(body); } }',
  ])('%s', (code) => {
    expect(find(code)).toBe('error-detail');
  });

  test.each([
    'function f(error) { try { save(error.body); } catch {} use(rows); }',
    'function f(error) { try { save(error.body); } catch {} console.log(error); }',
    'function f(error) { try { save(error.body); } catch { return; } retry(error); }',
    'function f(row) { try { save(row); } catch {} retry(row); }',
    'async function f(r) { if (r.ok) { const text = await r.text().catch(() => ""); use(text); } }',
    'async function f(r) { const text = await r.text().catch(() => ""); use(text); }',
    'async function formatHttpError(r) { const text = await load(r).catch(() => ""); return name + text; }',
    'async function f(r) { return new Page("m", { body: await r.text().catch(() => "") }); }',
    'async function f(r) { throw new ApiError("m", { rows: await load(r).catch(() => []) }); }',
    'async function f(r, other) { if (!r.ok) { const text = await other.text().catch(() => ""); use(text); } }',
    'async function f(r) { if (!r.ok) { const again = await load(r).catch(() => null); use(again); } }',
    'async function f(r) { if (!r.ok) return; const text = await r.text().catch(() => ""); use(text); }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('what a test asserts behind it', () => {
  test.each([
    'it("m", async () => { await run(pool).catch(() => {}); expect(pool.closed).toBe(true); });',
    'test.each(rows)("m", async () => { try { await run(pool); } catch {} assert.ok(pool.closed); });',
    'test("m", () => { rows.forEach((row) => { try { run(row); } catch {} }); expect(log).toEqual([]); });',
  ])('%s', (code) => {
    expect(find(code)).toBe('asserted-behind');
  });

  test.each([
    'it("m", async () => { await run(pool).catch(() => {}); });',
    'it("m", async () => { try { expect(await run(pool)).toBe(1); } catch {} expect(pool.closed).toBe(true); });',
    'async function f() { await run(pool).catch(() => {}); assert(pool.closed); }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('a loop that tries again', () => {
  test.each([
    'async function f() { while (Date.now() < end) { try { if (await ping()) return true; } catch {} await sleep(500); } }',
    'async function f() { for (;;) { try { return await load(); } catch {} await new Promise((resolve) => setTimeout(resolve, 9)); } }',
  ])('%s', (code) => {
    expect(find(code)).toBe('tries-again');
  });

  test.each([
    'async function f() { while (a) { try { await load(); } catch {} } }',
    'async function f() { for (const id of ids) { try { await load(id); } catch {} await sleep(500); } }',
    'async function f() { try { await load(); } catch {} await sleep(500); }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('a question with two answers', () => {
  test.each([
    'async function f() { try { const { state } = await query(); if (state === "granted") return true; } catch {} return false; }',
    'async function f() { try { if (await isOpen(port)) { return false; } } catch {} return true; }',
  ])('%s', (code) => {
    expect(find(code)).toBe('boolean-pair');
  });

  test.each([
    'async function f() { try { await change(); return true; } catch {} return true; }',
    'async function f() { try { if (await ask()) return 1; } catch {} return false; }',
    'async function f() { try { await open(uri); return true; } catch {} return false; }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('what only a log line says', () => {
  test.each([
    'async function f() { let size; try { size = await measure(); } catch {} log.debug(`${size} bytes`); }',
    'async function f() { let size; try { const { stdout } = await run(); size = stdout.trim(); } catch {} logger.info(size); }',
  ])('%s', (code) => {
    expect(find(code)).toBe('only-logged');
  });

  test.each([
    'async function f() { let size; try { size = await measure(); } catch {} log.debug(size); return size; }',
    'async function f() { let size; try { await clear(); size = await measure(); } catch {} log.debug(size); }',
    'async function f() { let size; try { size = await measure(); } catch {} }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});

describe('the first of several ways', () => {
  test.each([
    'async function f() { try { return await git(); } catch {} if (a) return null; return (await fetch(url)).sha; }',
    'async function f() { if (a) { try { return await git(); } catch {} } await start(b); return true; }',
    'async function f() { for (const path of paths) { try { return await open(path); } catch {} } return undefined; }',
    'async function f() { for (const path of paths) { try { return await open(path); } catch { continue; } } return undefined; }',
    'async function f(folder) { while (folder) { try { return await read(join(folder, name)); } catch {} folder = dirname(folder); } }',
    'async function f(folder) { while (folder) { folder = dirname(folder); const path = join(folder, name); try { return await read(path); } catch { continue; } } }',
    'async function f(a) { while (a) { a = dirname(a); try { const text = await read(a); try { return JSON.parse(text); } finally { note(a); } } catch { continue; } } }',
    'function f() { try { hide(diff(a, b)); } catch { hide(listAll(a)); } }',
    'async function f() { for (let port = 80; port < 90; port += 1) { try { return await listen(port); } catch {} } }',
    'async function f() { try { if ((await read(path)) === text) return; } catch {} await write(path, text); }',
    'async function f() { let a; try { a = await ask(); } catch {} if (!a) { a = await read(); } return a; }',
    'async function f() { let a = await ask().catch(() => null); if (!a) { a = await read(); } return a; }',
    'async function f() { let a; if (b) { try { a = await ask(); } catch {} } if (!a) a = await read(); return a; }',
    'async function f() { let a; try { a = await ask(); } catch {} if (a && a.is) { return a; } return read(b); }',
  ])('%s', (code) => {
    expect(find(code)).toBe('leads-to-alternative');
  });

  test.each([
    'async function f() { try { return await git(); } catch {} console.log("m"); return null; }',
    'async function f() { try { return await git(); } catch {} await socket.close(); }',
    'async function f() { try { await git(); } catch {} return (await fetch(url)).sha; }',
    'async function f() { for (const path of paths) { try { await open(path); } catch {} } }',
    'async function f() { for (const path of paths) { try { await open(path); } catch { continue; } use(path); } }',
    'async function f() { for (const a of all) { try { return await open(a); } catch {} } return Promise.reject(new Error("m")); }',
    'async function f() { let a; try { a = await ask(); } catch {} if (!a) { await forget(b); } return a; }',
    'async function f(folder) { while (folder) { try { return await read(name); } catch {} folder = dirname(folder); } }',
    'async function f(folder) { while (folder) { const path = join(home, name); try { return await read(path); } catch { continue; } } }',
    'function f() { try { show(load(a)); } catch { show([]); } }',
    'function f() { try { show(load(a)); } catch { hide(listAll(a)); } }',
    'async function f() { try { await save(); if (a) return; } catch {} await write(path, text); }',
    'async function f() { try { if (await read(path)) return; } catch {} log.debug(path); }',
    'async function f() { const a = await ask().catch(() => null); if (a) { await update(a); } else { await create(); } }',
    'async function f() { let a = ""; try { a = await ask(); } catch {} if (a.startsWith("b")) { a = await read(); } return a; }',
    'async function f() { let a; try { a = await ask(); } catch {} if (a && a.bad) { return; } return read(b); }',
  ])('none in %s', (code) => {
    expect(find(code)).toBeUndefined();
  });
});
