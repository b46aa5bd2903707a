import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/plugin/registry.generated.ts';
import { getJudgedRule } from '../real-code/judged-sites.ts';

const repository = resolve(import.meta.dirname, '../..');
const names = readdirSync(join(repository, 'test/real-code/judged')).map((file) => file.replace(/\.json$/, ''));

describe.each(names)('the judged reports of %s', (name) => {
  const judged = getJudgedRule(name);
  if (!judged) throw new Error(`Cannot read the judged reports of ${name}: the file is empty.`);
  const { sites, reports, lines } = judged;

  test('belong to a rule', () => {
    expect(judged.rule).toBe(name);
    expect(Object.keys(rules)).toContain(name);
  });

  test('are fifty, or all that the rule reports on at least 300,000 lines', () => {
    expect(lines).toBeGreaterThanOrEqual(300_000);
    expect(sites).toHaveLength(Math.min(50, reports));
  });

  test('name each place once, with a verdict and its reason', () => {
    const places = sites.map(({ package: from, file, line, column }) => `${from}/${file}:${line}:${column}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    expect(sites.filter(({ right, reason }) => typeof right !== 'boolean' || reason.trim() === '')).toEqual([]);
  });

  test('give the figures on the page', () => {
    const page = readFileSync(join(repository, `docs/rules/${name}.md`), 'utf8');
    const measured = page.slice(page.indexOf('\n## Measured\n')).replaceAll(/\s+/g, ' ');
    const right = sites.filter((site) => site.right).length;
    expect(measured).toContain(`${((reports / lines) * 10_000).toFixed(2)} reports per 10,000 lines`);
    expect(measured).toContain(`${right} of ${sites.length} `);
  });
});
