import { describe, expect, test } from 'vitest';
import { compilePhrase, matchPhrase } from '../../../../rules/patterns/classifier/match-phrase.ts';
import { splitWords } from '../../../../rules/patterns/classifier/split-words.ts';

/** The words that a phrase takes where it first fits. */
const find = (text: string, phrase: string): string | undefined => {
  const words = splitWords(text);
  const ends = words.map((_, start) => matchPhrase(words, start, compilePhrase(phrase)));
  const start = ends.findIndex((end) => end !== undefined);
  return start < 0 ? undefined : words.slice(start, ends[start]).join(' ');
};

describe('matchPhrase', () => {
  test.each([
    ['Task not found', 'not found', 'not found'],
    ['The task was NotFound', 'not found', 'not found'],
    ['request timed out after 3 s', 'timed out', 'tim out'],
    ['not yet, but found it was not found', 'not found', 'not found'],
    ['Cannot find module', 'can not find', 'can not find'],
    ['The plugin is not registered', 'not registered', 'not register'],
  ])('finds in %j the phrase %j', (text, phrase, found) => {
    expect(find(text, phrase)).toBe(found);
  });

  test.each([
    ['foundation', 'found'],
    ['nothing founded on notes', 'not found'],
    ['found not', 'not found'],
    ['', 'not found'],
    ['anything', ''],
    ['Cannot register the plugin', 'not registered'],
    ['It does not run', 'not running'],
  ])('does not find in %j the phrase %j', (text, phrase) => {
    expect(find(text, phrase)).toBeUndefined();
  });

  test('an asterisk stands for no word', () => {
    expect(find('no worker', 'no * worker')).toBe('no worker');
  });

  test('an asterisk stands for up to four words', () => {
    expect(find('no old but still good worker', 'no * worker')).toBe('no old but stil good worker');
    expect(find('no one of the very many workers', 'no * worker')).toBeUndefined();
  });

  test('an interpolated value may stand inside a phrase', () => {
    expect(find('failed {} to parse', 'failed to parse')).toBe('fail {} to pars');
  });

  test('an interpolated value does not begin a phrase', () => {
    expect(find('{} found', 'not found')).toBeUndefined();
  });
});
