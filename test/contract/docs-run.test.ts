import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import template from '../../docs/scripts/templates/rule/rule.ts';
import { rules } from '../../rules/plugin/registry.generated.ts';
import requireCause from '../../rules/require-cause.ts';
import { findSampleProblems, readSamples } from './checks/samples.ts';
import { repository } from './checks/tree.ts';

const pages = Object.entries(rules)
  .map(([name, rule]) => ({ name, rule, path: join(repository, 'docs/rules', `${name}.md`) }))
  .filter(({ path }) => existsSync(path));

describe('the samples on the pages run', () => {
  test.each(pages)('$name', ({ name, rule, path }) => {
    expect(findSampleProblems(name, rule, readFileSync(path, 'utf8'))).toEqual([]);
  });

  test('those of the template for a new rule too', () => {
    const page = readFileSync(join(repository, 'docs/scripts/templates/rule/rule.md'), 'utf8');
    expect(findSampleProblems('no-template', template, page)).toEqual([]);
  });

  const lost = 'try { run(); } catch (error) { throw new Error("lost"); }';
  const kept = 'try { run(); } catch (error) { throw error; }';
  const page = (incorrect: string, correct: string): string =>
    `\`\`\`ts incorrect\n${incorrect}\n\`\`\`\n\n\`\`\`ts correct\n${correct}\n\`\`\`\n`;

  test.each([
    [
      'a correct sample that is reported',
      page(lost, lost),
      /^require-cause.md:5 is marked correct and line 1 is reported/,
    ],
    [
      'an incorrect sample that is not',
      page(kept, kept),
      /^require-cause.md:1 is marked incorrect and is not reported/,
    ],
    ['a sample that does not parse', page(lost, 'try {'), /^require-cause.md:5 does not run: Parsing error/],
    ['a page that shows only one side', page(lost, kept).split('\n\n')[0] ?? '', /does not show both/],
    [
      'options that the rule refuses',
      page(lost, kept).replace('ts incorrect', 'ts incorrect {"kind": []}'),
      /Unexpected property "kind"/,
    ],
  ])('a planted fault is found: %s', (_, text, problem) => {
    const find = (): string => findSampleProblems('require-cause', requireCause, text).join('\n');
    expect(attempt(find)).toMatch(problem);
  });

  test('options are read from behind the mark', () => {
    const [sample] = readSamples('```tsx correct {"kinds": ["callback"]}\nrun();\n```\n');
    expect(sample).toMatchObject({
      language: 'tsx',
      isIncorrect: false,
      options: { kinds: ['callback'] },
      code: 'run();\n',
    });
  });
});

/** ESLint throws on options that a schema refuses; the message is the answer here. */
function attempt(find: () => string): string {
  try {
    return find();
  } catch (error) {
    return String(error);
  }
}
