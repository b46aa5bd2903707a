import { describe, expect, it } from 'vitest';
import { uncheckedNeedles } from '../../codemods/narrowing/unchecked-needles.ts';

describe('a glance at a file for errors that nothing checks', () => {
  it.each([
    'try { load(); } catch (error: any) { log(error.message); }',
    'try { load(); } catch ({ message }: any) { log(message); }',
    'try { load(); } catch ({ response: { data } }: any) { log(data); }',
    'try { load(); } catch ([first]: any) { log(first); }',
    'try { load(); } catch (error /* of the server */ : any) { log(error); }',
    'load().catch((error) => log(error));',
    'load().catch(error => log(error));',
    'load().catch(async (error: Error) => { await log(error); });',
    'load()?.catch(function onFailure(error) { log(error); });',
    'load().catch(/* istanbul ignore next */ (error) => log(error));',
    'load().catch(isQuiet ? ignore : (error) => log(error));',
    'load().then(show, (reason) => log(reason));',
    'load().then(() => { show(); show(); }, (reason) => log(reason));',
    'load().then((found) => found.size, (reason) => log(reason));',
    'load().then((found) => show(found), (reason) => log(reason));',
    'load().then(show, // it may fail\n  (reason) => log(reason));',
    'function onFailure(reason: any) {}\nload().catch(onFailure);',
    'function onFailure(reason: any) {}\nload().then(() => { show(); }, onFailure);',
    'socket.on("error", (problem: any) => log(problem));',
    'read(path, (err: any, data) => show(data));',
    'class Boundary { componentDidCatch(problem: any) {} }',
    'window.onerror = (event, file, line, column, error: any) => log(error);',
    'function fail(this: Task, error: string | any) {}',
    'load().catch((...[error]: [any]) => log(error));',
  ])('looks closer at %s', (text) => {
    expect(uncheckedNeedles.test(text, 'a.ts')).toBe(true);
  });

  it.each([
    'try { load(); } catch (error) { log(error); }',
    'try { load(); } catch (error: unknown) { log(error); }',
    'load().catch(() => undefined);',
    'load().catch((error: unknown) => log(error));',
    'load().then((first, second) => show(first));',
    'load().then(show); setInterval(delay, (count) => show(count));',
    'load().then(() => { show(); }); list.reduce((sum) => sum, (part) => part);',
    'function show(value: any) {}\nload().then(() => show(1));',
    'export function show(value: any): void {}',
    '// for any error\nload();',
  ])('passes over %s', (text) => {
    expect(uncheckedNeedles.test(text, 'a.ts')).toBe(false);
  });

  it('passes over JavaScript, which has no types', () => {
    expect(uncheckedNeedles.test('load().catch((error) => log(error));', 'a.js')).toBe(false);
  });

  it('takes no longer for many comments', () => {
    const text = `load().catch(${'/* a */ '.repeat(5_000)}`;
    const start = performance.now();
    expect(uncheckedNeedles.test(text, 'a.ts')).toBe(false);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
