import { describe, expect, test } from 'vitest';
import { readTolerance } from './read-tolerance.ts';

describe('a wait, which produces nothing', () => {
  test.each([
    'await once(child, "exit").catch(() => {});',
    'async function f() { try { await events.once(child, "exit"); } catch {} use(); }',
    'await sleep(10).catch(() => {});',
    'signalToPromise(ready, 200).catch(noop);',
    'await waitForExit(child, { timeout: 500 }).catch(() => {});',
    'await pool.waitUntilIdle(timeoutMs).catch(() => {});',
    'await Promise.race([stop(), delay(100)]).catch(() => {});',
    'await Promise.race([stop(), new Promise((resolve) => setTimeout(resolve, 9))]).catch(() => {});',
  ])('%s', (code) => {
    expect(readTolerance(code)).toBe('settled-elsewhere');
  });

  test.each([
    'await once(child).catch(() => {});',
    'await waitForExit(child).catch(() => {});',
    'const code = await waitForExit(child, 500).catch(() => {});',
    'await load(500).catch(() => {});',
    'await Promise.race([stop(), load()]).catch(() => {});',
  ])('none in %s', (code) => {
    expect(readTolerance(code)).toBeUndefined();
  });
});
