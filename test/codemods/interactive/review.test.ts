import { describe, expect, it } from 'vitest';
import type { Dialog, Reply } from '../../../codemods/cli/interactive/dialog.ts';
import { createReview } from '../../../codemods/cli/interactive/review.ts';
import type { FileDecide } from '../../../codemods/engine/migrate/decide.ts';
import { planMigration } from '../../../codemods/engine/migrate/migrate.ts';
import type { MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import type { Codemod } from '../../../codemods/engine/migrate/registry.ts';
import { freshen } from '../support/freshen.ts';
import { createProject } from '../support/temporary-project.ts';

interface Session {
  /** What was asked for: `a.ts:1 stale(); → fresh();`. */
  readonly asked: readonly string[];
  readonly told: readonly string[];
  readonly plans: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly result: MigrationResult;
}

/** Reviews the migration of some files with answers that are ready. */
async function review(
  files: Readonly<Record<string, string>>,
  replies: readonly Reply[],
  codemods: readonly Codemod[] = [freshen],
): Promise<Session> {
  const cwd = createProject(files);
  const asked: string[] = [];
  const told: string[] = [];
  const waiting = [...replies];
  let plans = 0;
  const plan = (decide?: FileDecide): Promise<MigrationResult> => {
    plans++;
    const registry = codemods.map((codemod) => ({ name: codemod.name, load: () => Promise.resolve(codemod) }));
    const options = { freshen: { replacement: '\n\nfresh' } };
    return planMigration({
      paths: ['.'],
      cwd,
      unsafe: true,
      registry,
      decide,
      ...(codemods.length > 1 && { options }),
    });
  };
  const dialog: Dialog = {
    ask: ({ file, place, before, after }) => {
      asked.push(`${file}:${place.line} ${before.trim()} → ${after.trim()}`);
      const reply = waiting.shift();
      if (reply === undefined) throw new Error(`Nobody expected to be asked for ${asked.at(-1)}.`);
      return Promise.resolve(reply);
    },
    tell: (message) => told.push(message),
  };
  const terminal = { cwd, environment: {}, stdout: process.stdout, stderr: process.stderr };
  const result = await createReview(terminal, dialog).settle(await plan(() => 'apply'), plan);
  expect(waiting, 'every reply was asked for').toEqual([]);
  const texts = Object.fromEntries(result.files.map(({ file, after }) => [file, after]));
  return { asked, told, plans, texts, result };
}

describe('the review', () => {
  it('asks for nothing where there is nothing to change', async () => {
    const { asked, plans } = await review({ 'a.ts': 'use(stale);\n' }, []);
    expect({ asked, plans }).toEqual({ asked: [], plans: 1 });
  });

  it('leaves the plan as it is when all is accepted', async () => {
    const { asked, plans, texts } = await review({ 'a.ts': 'stale();\n', 'b.ts': 'stale();\n' }, ['apply', 'apply']);
    expect(asked).toEqual(['a.ts:1 stale(); → fresh();', 'b.ts:1 stale(); → fresh();']);
    expect({ plans, texts }).toEqual({ plans: 1, texts: { 'a.ts': 'fresh();\n', 'b.ts': 'fresh();\n' } });
  });

  it('leaves a site that was declined, and lists it', async () => {
    const { texts, result } = await review({ 'a.ts': 'stale();\nstale();\nstale();\n' }, [
      'apply',
      'declined',
      'apply',
    ]);
    expect(texts).toEqual({ 'a.ts': 'fresh();\nstale();\nfresh();\n' });
    expect(result.files[0]?.leftAlone).toMatchObject([{ cause: 'declined', place: { line: 2 }, text: 'stale();' }]);
  });

  it('tells sites of one line apart', async () => {
    const { texts } = await review({ 'a.ts': 'stale(); stale(); stale();\n' }, ['declined', 'apply', 'declined']);
    expect(texts).toEqual({ 'a.ts': 'stale(); fresh(); stale();\n' });
  });

  it('asks no more for a kind that was accepted as a whole', async () => {
    const files = { 'a.ts': 'stale();\nstale();\n', 'b.ts': 'stale();\n' };
    const { asked, texts } = await review(files, ['declined', 'apply-kind']);
    expect(asked).toHaveLength(2);
    expect(texts).toEqual({ 'a.ts': 'stale();\nfresh();\n', 'b.ts': 'fresh();\n' });
  });

  it('asks no more for a kind that was declined as a whole', async () => {
    const { asked, texts } = await review({ 'a.ts': 'stale();\nstale();\nstale();\n' }, ['apply', 'decline-kind']);
    expect(asked).toHaveLength(2);
    expect(texts).toEqual({ 'a.ts': 'fresh();\nstale();\nstale();\n' });
  });

  it('keeps what was accepted before it was quit', async () => {
    const files = { 'a.ts': 'stale();\nstale();\n', 'b.ts': 'stale();\n' };
    const { asked, texts } = await review(files, ['apply', 'quit']);
    expect(asked).toHaveLength(2);
    expect(texts).toEqual({ 'a.ts': 'fresh();\nstale();\n', 'b.ts': 'stale();\n' });
  });

  it('changes nothing when it is quit at once', async () => {
    expect((await review({ 'a.ts': 'stale();\n' }, ['quit'])).texts).toEqual({ 'a.ts': 'stale();\n' });
  });
});

describe('a change of a later stage', () => {
  /** Asks for an exclamation mark behind each `end();`, on what the stage before has made. */
  const exclaim: Codemod = {
    kind: 'typed',
    name: 'exclaim',
    description: 'Says it louder',
    rules: [],
    needles: /end/,
    plan: ({ files, project }) => ({
      files: new Map(
        [...files].map((path) => {
          const text = project.getSourceFileOrThrow(path).getFullText();
          const changes = [...text.matchAll(/end\(\);/g)].map(({ index: start }) => ({
            kind: 'mark',
            start,
            end: start + 6,
            applicability: 'safe' as const,
            confidence: 1,
            reason: 'It is too quiet.',
            edits: [{ start: start + 4, end: start + 4, text: '1' }],
            imports: [],
            releases: [],
          }));
          return [path, { changes, leftovers: [] }];
        }),
      ),
    }),
  };

  const files = { 'a.ts': 'stale();\nend();\nend();\n', 'tsconfig.json': '{}' };

  it('is asked for at its place in the file as it is', async () => {
    const { asked, texts } = await review(files, ['apply', 'declined', 'apply'], [freshen, exclaim]);
    expect(asked.map((change) => change.split(' ')[0])).toEqual(['a.ts:1', 'a.ts:2', 'a.ts:3']);
    expect(texts).toEqual({ 'a.ts': '\n\nfresh();\nend();\nend(1);\n' });
  });

  it('keeps that place when one of an earlier stage is declined', async () => {
    const { asked, texts } = await review(files, ['declined', 'declined', 'apply'], [freshen, exclaim]);
    expect(asked).toHaveLength(3);
    expect(texts).toEqual({ 'a.ts': 'stale();\nend();\nend(1);\n' });
  });
});

describe('lines that were edited', () => {
  it('come instead of those of the codemod', async () => {
    const { texts, result } = await review({ 'a.ts': 'if (a) {\n  stale();\n}\n' }, [{ lines: '  newest();' }]);
    expect(texts).toEqual({ 'a.ts': 'if (a) {\n  newest();\n}\n' });
    expect(result.files[0]?.applied).toMatchObject([{ before: '  stale();', after: '  newest();' }]);
  });

  it('have the last word where the codemod finds the same in them', async () => {
    const { asked, texts } = await review({ 'a.ts': 'stale();\n' }, [{ lines: 'stale(); // really' }]);
    expect(asked).toHaveLength(1);
    expect(texts).toEqual({ 'a.ts': 'stale(); // really\n' });
  });

  it('may be more or fewer than before', async () => {
    const { texts } = await review({ 'a.ts': 'stale();\nstale();\n' }, [{ lines: 'a();\nb();' }, { lines: '' }]);
    expect(texts).toEqual({ 'a.ts': 'a();\nb();\n\n' });
  });

  it('are asked for again when they do not parse', async () => {
    const { asked, told, texts } = await review({ 'a.ts': 'stale();\n' }, [
      { lines: 'newest(' },
      { lines: 'newest();' },
    ]);
    expect(asked).toEqual(['a.ts:1 stale(); → fresh();', 'a.ts:1 stale(); → fresh();']);
    expect(told).toEqual([
      expect.stringMatching(/^Your lines in a\.ts cannot be used: the result would not parse \(line 2: .+\)\.$/),
    ]);
    expect(texts).toEqual({ 'a.ts': 'newest();\n' });
  });

  it('are asked for again when a comment is gone', async () => {
    const replies = [{ lines: 'newest();' }, { lines: 'newest(); // why' }];
    const { told, texts } = await review({ 'a.ts': 'stale(); // why\n' }, replies);
    expect(told).toEqual(['Your lines in a.ts cannot be used: a comment would be lost: `why`.']);
    expect(texts).toEqual({ 'a.ts': 'newest(); // why\n' });
  });
});
