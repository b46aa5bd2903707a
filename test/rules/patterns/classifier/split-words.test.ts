import { describe, expect, test } from 'vitest';
import { splitWords } from '../../../../rules/patterns/classifier/split-words.ts';

describe('splitWords', () => {
  test.each([
    ['Task not found', ['task', 'not', 'found']],
    ['maxRetries', ['max', 'retry']],
    ['MAX_RETRIES', ['max', 'retry']],
    ['max-retries/limit.reached', ['max', 'retry', 'limit', 'reach']],
    ['HTTPServer', ['http', 'server']],
    ['utf8', ['utf', '8']],
    ['Task {} not found', ['task', '{}', 'not', 'found']],
    ['', []],
  ])('cuts %j at its boundaries', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  test.each([
    ['required', 'requires'],
    ['logged', 'logging'],
    ['cancelled', 'canceled'],
    ['parse', 'parsing'],
    ['retries', 'retry'],
    ['matches', 'match'],
    ['closed', 'closing'],
    ['fail', 'failed'],
    ['initialised', 'initialized'],
    ['serialisation', 'serialization'],
  ])('brings %j and %j together', (one, other) => {
    expect(splitWords(one)).toEqual(splitWords(other));
  });

  test.each([
    ['status', 'state'],
    ['string', 'str'],
    ['need', 'ne'],
    ['process', 'procession'],
    ['access', 'acces'],
    ['visit', 'vizit'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(splitWords(one)).not.toEqual(splitWords(other));
  });

  test.each([
    ["can't find", ['can', 'not', 'find']],
    ['cannot find', ['can', 'not', 'find']],
    ['couldn’t find', ['could', 'not', 'find']],
    ["won't start", ['wil', 'not', 'start']],
    ["isn't a list", ['is', 'not', 'a', 'list']],
  ])('writes %j out', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  test('reads a brand as two words and as one', () => {
    expect(splitWords('OpenAI failed')).toEqual(['open', 'ai', 'openai', 'fail']);
  });
});
