import { describe, expect, it } from 'vitest';
import { findFurtherArguments } from '../../codemods/narrowing/further-arguments.ts';

/** What stands behind each place and its comments, up to the next space or bracket. */
function read(text: string): (string | undefined)[] | undefined {
  return findFurtherArguments(text)?.map((place) => /^\s*(?:\/\/.*\s*)?([^\s(),]+)/.exec(text.slice(place))?.[1]);
}

describe('the further arguments of `.then(…)`', () => {
  it.each([
    ['load()', []],
    ['load().then(show)', []],
    ['load().then(show, fail)', ['fail']],
    ['load().then<Item, never>(show, fail)', ['fail']],
    ['load().then(() => { a(1, 2); b([3, 4]); }, fail)', ['fail']],
    ['load().then(show).then(keep, fail); other(a, b)', ['fail']],
    ['load().then(() => part().then(show, inner), outer)', ['outer', 'inner']],
    ['load().then(show, first, second)', ['first', 'second']],
    ['load().then("a, b)", fail)', ['fail']],
    [String.raw`load().then('it\'s, ' + a, fail)`, ['fail']],
    ['load().then(`a, ${b(`${c}, (`)}, }`, fail)', ['fail']],
    ['load().then(/* a, ) */ show, // b, )\n fail)', ['fail']],
    [String.raw`load().then((text) => text.split(/[/,)]|\)/), fail)`, ['fail']],
    ['load().then((size) => size / 2, fail)', ['fail']],
    ["load().then(() => <p>Don't (wait)</p>, fail)", ['fail']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('says so where a call does not end', () => {
    expect(findFurtherArguments('load().then(show, (reason) => {')).toBeUndefined();
    expect(findFurtherArguments('load().then('.repeat(20_000))).toBeUndefined();
  });
});
