import { describe, expect, it } from 'vitest';
import { readOptions } from '../../codemods/engine/transform/read-options.ts';

const codemod = {
  name: 'mend',
  options: [
    { name: 'threshold', description: 'How sure to be', default: 0.5, range: [0, 1] },
    { name: 'style', description: 'How to write it', default: 'short', choices: ['short', 'long'] },
    { name: 'helper', description: 'What to call', default: '' },
    { name: 'withTests', description: 'Whether to go over tests', default: false },
  ],
} as const;

describe('options of a codemod', () => {
  it('are nothing when nothing was chosen', () => {
    expect(readOptions(codemod, {}, 'codemods.mend')).toEqual({});
  });

  it('are what was chosen', () => {
    const chosen = { threshold: 1, style: 'long', helper: 'toText', withTests: true };
    expect(readOptions(codemod, chosen, 'codemods.mend')).toEqual(chosen);
  });

  it.each([
    [{ threshold: '1' }, 'Invalid `codemods.mend.threshold`: it is "1", and must be a number from 0 to 1.'],
    [{ threshold: 1.5 }, 'Invalid `codemods.mend.threshold`: it is 1.5, and must be a number from 0 to 1.'],
    [{ style: 'wide' }, 'Invalid `codemods.mend.style`: it is "wide", and must be one of "short", "long".'],
    [{ helper: ['a'] }, 'Invalid `codemods.mend.helper`: it is ["a"], and must be a string.'],
    [{ withTests: null }, 'Invalid `codemods.mend.withTests`: it is null, and must be a boolean.'],
    [{ treshold: 1 }, 'Unknown option `codemods.mend.treshold`: did you mean `threshold`?'],
    [{ colour: 1 }, 'Unknown option `codemods.mend.colour`: the known ones are threshold, style, helper, withTests.'],
  ])('%j is refused', (chosen, message) => {
    expect(() => readOptions(codemod, chosen, 'codemods.mend')).toThrow(message);
  });

  it('are refused where a codemod has none', () => {
    expect(() => readOptions({ name: 'plain' }, { a: 1 }, 'codemods.plain')).toThrow(
      'Unknown option `codemods.plain.a`: `plain` has no options.',
    );
  });
});
