import { describe, expect, it } from 'vitest';
import { readSettings } from '../../codemods/engine/audit/read-settings.ts';
import { unknownProject } from '../../codemods/engine/transform/project-questions.ts';
import {
  transformText,
  type TransformOptions,
  type TransformOutcome,
} from '../../codemods/engine/transform/transform-text.ts';
import { freshen } from './support/freshen.ts';

function transform(text: string, decide: TransformOptions['decide'] = () => 'apply'): TransformOutcome {
  const options = { codemods: [freshen], settings: readSettings({}), project: unknownProject, decide };
  return transformText('a.ts', text, options);
}

describe('a text that codemods went over', () => {
  it('is the very same when it holds nothing for them, even when it does not parse', () => {
    const text = 'let = ;';
    expect(transform(text)).toEqual({ status: 'done', text, applied: [], leftAlone: [] });
  });

  it('differs where they changed it, and tells the lines before and after', () => {
    expect(transform('a();\n  stale(); // b\n')).toMatchObject({
      text: 'a();\n  fresh(); // b\n',
      applied: [{ place: { line: 2, column: 3 }, before: '  stale(); // b', after: '  fresh(); // b' }],
    });
  });

  it('lists what they left, and where it is now', () => {
    expect(transform('stale();\nb(stale);\n')).toMatchObject({
      text: 'fresh();\nb(stale);\n',
      leftAlone: [{ cause: 'manual', place: { line: 2, column: 3 }, text: 'b(stale);' }],
    });
  });
});

describe('a change that is decided on', () => {
  it.each(['unsafe', 'unsure', 'declined'] as const)('is left and listed as %s', (decision) => {
    expect(transform('stale();', () => decision)).toMatchObject({
      text: 'stale();',
      applied: [],
      leftAlone: [{ codemod: 'freshen', kind: 'stale', cause: decision, text: 'stale();' }],
    });
  });

  it('can be looked at before', () => {
    const seen: unknown[] = [];
    const outcome = transform('stale();\nstale();\n', (_, preview) => {
      const { place, before, after } = preview();
      seen.push([place.line, before, after]);
      return place.line === 1 ? 'declined' : 'apply';
    });
    expect(outcome).toMatchObject({ text: 'stale();\nfresh();\n', applied: [{ place: { line: 2 } }] });
    expect(seen.slice(0, 2)).toEqual([
      [1, 'stale();', 'fresh();'],
      [2, 'stale();', 'fresh();'],
    ]);
  });

  it('takes the lines that a person wrote instead', () => {
    expect(transform('if (a) {\n  b(stale());\n}\n', () => ({ lines: '  b(newest);' }))).toMatchObject({
      text: 'if (a) {\n  b(newest);\n}\n',
      applied: [{ before: '  b(stale());', after: '  b(newest);' }],
      leftAlone: [],
    });
  });

  it('is not written when those lines do not parse', () => {
    expect(transform('stale();', () => ({ lines: 'newest(' }))).toEqual({
      status: 'damaged',
      damage: expect.stringMatching(/^the result would not parse \(line 1: .+\)$/),
    });
  });
});
