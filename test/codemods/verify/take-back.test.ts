import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../codemods/engine/verify/diagnostic.ts';
import { takeBackRegressions } from '../../../codemods/engine/verify/take-back.ts';

interface World {
  readonly changed: readonly string[];
  /** The errors that there are while these files hold their new text. */
  readonly judge: (standing: ReadonlySet<string>) => readonly Diagnostic[];
  readonly before?: readonly Diagnostic[];
  /** Who is known to bring an error that stands elsewhere. */
  readonly blame?: (error: Diagnostic) => readonly string[];
}

const error = (path: string | null, message = 'x'): Diagnostic => ({ path, code: 'TS1', message });

async function run({ changed, judge, before = [], blame = () => [] }: World) {
  const standing = new Set(changed);
  let checks = 0;
  const { reverted, remaining } = await takeBackRegressions(changed, before, {
    check: () => {
      checks++;
      return Promise.resolve(judge(standing));
    },
    takeBack: (paths) => Promise.resolve(paths.forEach((path) => standing.delete(path))),
    putBack: (paths) => Promise.resolve(paths.forEach((path) => standing.add(path))),
    blame,
  });
  return { reverted: [...reverted.keys()], standing: [...standing].sort(), remaining, checks };
}

const files = (count: number): string[] => Array.from({ length: count }, (_, index) => `/${index}.ts`);

describe('after a change', () => {
  it('without new errors everything stands, after one check', async () => {
    expect(await run({ changed: files(3), judge: () => [] })).toEqual({
      reverted: [],
      standing: files(3),
      remaining: [],
      checks: 1,
    });
  });

  it('errors that were there before count for nothing', async () => {
    const known = [error('/0.ts'), error('/other.ts')];
    expect((await run({ changed: files(2), judge: () => known, before: known })).reverted).toEqual([]);
  });

  it('a file with new errors is taken back', async () => {
    const judge: World['judge'] = (standing) => (standing.has('/1.ts') ? [error('/1.ts')] : []);
    expect(await run({ changed: files(3), judge })).toMatchObject({ reverted: ['/1.ts'], remaining: [], checks: 2 });
  });

  it('files are taken back until nothing is worse', async () => {
    // The second one relies on what the first one had become.
    const judge: World['judge'] = (standing) => {
      if (standing.has('/0.ts')) return [error('/0.ts')];
      return standing.has('/1.ts') ? [error('/1.ts')] : [];
    };
    expect(await run({ changed: files(3), judge })).toMatchObject({
      reverted: ['/0.ts', '/1.ts'],
      standing: ['/2.ts'],
    });
  });

  it('the file is found that breaks another one, which nobody changed', async () => {
    const judge: World['judge'] = (standing) => (standing.has('/37.ts') ? [error('/untouched.ts')] : []);
    const { reverted, standing, checks } = await run({ changed: files(64), judge });
    expect({ reverted, standing: standing.length }).toEqual({ reverted: ['/37.ts'], standing: 63 });
    expect(checks).toBeLessThanOrEqual(14);
  });

  it('files that are known to bring an error go at once, together with those that have one', async () => {
    const judge: World['judge'] = (standing) => [
      ...(standing.has('/1.ts') || standing.has('/2.ts') ? [error('/package.d.ts')] : []),
      ...(standing.has('/3.ts') ? [error('/3.ts')] : []),
    ];
    const blame: World['blame'] = ({ path }) => (path === '/package.d.ts' ? ['/1.ts', '/2.ts'] : []);
    expect(await run({ changed: files(8), judge, blame })).toMatchObject({
      reverted: ['/1.ts', '/2.ts', '/3.ts'],
      remaining: [],
      checks: 2,
    });
  });

  it('several of them are found one by one', async () => {
    const judge: World['judge'] = (standing) =>
      ['/3.ts', '/12.ts'].filter((path) => standing.has(path)).map((path) => error('/untouched.ts', path));
    expect((await run({ changed: files(16), judge })).reverted.sort()).toEqual(['/12.ts', '/3.ts']);
  });

  it('changes that are wrong together go together', async () => {
    const judge: World['judge'] = (standing) => (standing.size > 0 ? [error(null)] : []);
    expect(await run({ changed: files(8), judge })).toMatchObject({ standing: [], remaining: [] });
  });

  it('errors that have another reason remain, and everything is as it was', async () => {
    const { standing, remaining } = await run({ changed: files(4), judge: () => [error('/untouched.ts')] });
    expect({ standing, remaining }).toEqual({ standing: [], remaining: [error('/untouched.ts')] });
  });

  it('the number of checks has an end', async () => {
    const judge: World['judge'] = (standing) => [...standing].map((path) => error('/untouched.ts', path));
    expect((await run({ changed: files(100), judge })).checks).toBeLessThan(60);
  });
});
