import { describe, expect, test } from 'vitest';
import { readCases } from './support/case-folder.ts';
import { checkTypes } from './support/type-check.ts';

describe.each(['add-cause', 'catch-any-to-unknown'])('%s', (codemod) => {
  const cases = readCases(codemod).filter(({ path }) => path.endsWith('.ts'));

  test.each(cases)('$name compiles as before', ({ name, input, expected }) => {
    expect(checkTypes(name, input)).toEqual([]);
    expect(checkTypes(name, expected)).toEqual([]);
  });
});

test('the checker is strict', () => {
  expect(checkTypes('wrong', 'try { f(); } catch (e) { e.message; }\nfunction f(): void {}\n')).toEqual([
    "1: 'e' is of type 'unknown'.",
  ]);
});
