import { describe, expect, test } from 'vitest';
import { createRule, type Rule, type RuleDefinition } from '../../rules/plugin/create-rule.ts';
import { rules } from '../../rules/plugin/registry.generated.ts';
import { findMetadataProblems } from './checks/rule-metadata.ts';

interface Options {
  readonly kinds: readonly string[];
}

const sound: RuleDefinition<Options, 'found'> = {
  name: 'no-planted',
  type: 'problem',
  description: 'Disallow what a test plants',
  why: 'what is planted grows.',
  how: 'leave the ground as it is.',
  presets: { strict: ['error', { kinds: ['a'] }] },
  messages: { found: 'This is planted: take `{{name}}` away.' },
  properties: { kinds: { description: 'Kinds to check.', type: 'array', items: { type: 'string', enum: ['a', 'b'] } } },
  defaults: { kinds: ['a', 'b'] },
  create: () => ({}),
};

function plant(change: Partial<RuleDefinition<Options, 'found'>>): Rule {
  return createRule({ ...sound, ...change });
}

describe('what the rules say of themselves', () => {
  test.each(Object.entries(rules))('%s', (name, rule) => {
    expect(findMetadataProblems(name, rule)).toEqual([]);
  });

  test('a sound rule is accepted', () => {
    expect(findMetadataProblems('no-planted', plant({}))).toEqual([]);
  });

  test.each<[string, Partial<RuleDefinition<Options, 'found'>>, RegExp]>([
    ['another name', { name: 'no-other' }, /is named no-other/],
    ['a description with a full stop', { description: 'Disallow it.' }, /is described as/],
    ['a description that does not say what the rule does', { description: 'Planted handlers' }, /is described as/],
    ['a message without a full stop', { messages: { found: 'This is planted' } }, /no sentence/],
    ['a message in lower case', { messages: { found: 'this is planted.' } }, /no sentence/],
    ['a message of two sentences', { messages: { found: 'It is planted. Take it away.' } }, /no sentence/],
    ['a message with an open backtick', { messages: { found: 'Take `it away.' } }, /no sentence/],
    ['a reason with a capital', { why: 'Planted things grow.' }, /no sentence/],
    ['a lesson that is too long', { how: `leave ${'very '.repeat(60)}much.` }, /lesson of \d+/],
    ['a message that is too long', { messages: { found: `This ${'very '.repeat(40)}long.` } }, /message of 2\d\d/],
    [
      'an option without a description',
      { properties: { kinds: { type: 'array' } } },
      /does not describe options.kinds/,
    ],
    ['defaults that the schema refuses', { defaults: { kinds: ['c'] } }, /defaults that its schema refuses/],
    ['a preset that the schema refuses', { presets: { strict: ['error', { kinds: ['c'] }] } }, /options in strict/],
    [
      'an invalid schema',
      // The types refuse it as well; a schema can also come from somewhere else.
      { properties: { kinds: { description: 'Kinds to check.', type: 'lists' as 'array' } } },
      /invalid schema/,
    ],
  ])('a planted fault is found: %s', (_, change, problem) => {
    expect(findMetadataProblems('no-planted', plant(change)).join('\n')).toMatch(problem);
  });
});
