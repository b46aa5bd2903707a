import { describe, expect, it } from 'vitest';
import { formatPlan, parsePlan } from '../../../codemods/resilience/plan-file.ts';
import type { PlanEntry } from '../../../codemods/resilience/plan-entry.ts';
import { guardText } from '../support/guard-text.ts';

const source = `
export const read = (url: string): Promise<Response> => fetch(url);
export const create = (url: string): Promise<Response> => fetch(url, { method: 'POST' });
export async function persist(url: string, attempts: number): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) await fetch(url);
}
`;

const getPlan = (text: string): string =>
  guardText(text, undefined, { plan: true }).newFiles['octollm.resilience.json'] ?? '';

describe('a plan', () => {
  it('is a table of all calls, and changes nothing', () => {
    const { main, newFiles } = guardText(source, undefined, { plan: true });
    expect(main).toBe(source);
    expect(Object.keys(newFiles)).toEqual(['octollm.resilience.json']);
    const entries = parsePlan('plan', newFiles['octollm.resilience.json'] ?? '');
    expect(entries).toEqual([
      expect.objectContaining({ file: 'src/main.ts', line: 2, operation: 'GET', wrap: true, retry: 'idempotent' }),
      expect.objectContaining({ file: 'src/main.ts', line: 3, operation: 'POST', wrap: true, retry: 'not-sent' }),
      expect.objectContaining({ line: 5, wrap: false, reason: expect.stringContaining('counts attempts') }),
    ]);
  });

  it('is followed: what a person left is left, and names and limits are hers', () => {
    const plan = getPlan(source)
      .replace(
        '"operation":"POST","wrap":true,"reason":"',
        '"operation":"POST","wrap":false,"reason":"the queue repeats it; was: ',
      )
      .replace(
        '"service":"main","timeoutMs":10000,"retry":"idempotent"',
        '"service":"price-list","timeoutMs":700,"retry":"never"',
      );
    const { main, newFiles, left } = guardText(source, plan);
    expect(main).toContain('priceListCalls.execute(({ signal }) => fetch(url, { signal }))');
    expect(main).toContain("=> fetch(url, { method: 'POST' })");
    expect(newFiles['src/resilience.ts']).toContain(
      "timeout({ timeoutMs: 700, operation: 'price-list', mode: 'race' })",
    );
    expect(newFiles['src/resilience.ts']).not.toContain('createRetry');
    expect(left[0]).toContain('the queue repeats it');
  });

  it('what nobody decided on is left for somebody to decide', () => {
    const { main, newFiles, left } = guardText(source, formatPlan([]));
    expect(main).toBe(source);
    expect(newFiles).toEqual({});
    expect(left).toHaveLength(3);
  });

  it('another time limit is another policy behind the same breaker', () => {
    const twice = `${source}export const again = (url: string): Promise<Response> => fetch(url);\n`;
    const rows = getPlan(twice).split('\n');
    const last = rows.findLastIndex((row) => row.includes('"wrap":true'));
    const plan = rows.map((row, index) => (index === last ? row.replace('10000', '700') : row)).join('\n');
    const { newFiles } = guardText(twice, plan);
    const policies = newFiles['src/resilience.ts'] ?? '';
    expect(policies.match(/export const \w+/g)).toEqual([
      'export const mainReads',
      'export const mainReadsWithin700',
      'export const mainWrites',
    ]);
    expect(policies.match(/createBreaker\(/g)).toHaveLength(1);
  });
});

describe('a plan that cannot be read says where', () => {
  const entry: PlanEntry = {
    file: 'a.ts',
    line: 1,
    client: 'fetch',
    operation: 'GET',
    wrap: true,
    reason: '',
    service: 'shop',
    timeoutMs: 10,
    retry: 'never',
  };
  const write = (changed: object): string => JSON.stringify({ schemaVersion: 1, calls: [{ ...entry, ...changed }] });

  it.each<[string, string, string]>([
    ['no JSON', '{', 'Could not read the plan plan.json: '],
    ['no object', '[]', '`$` is [], and must be an object'],
    ['another version', '{ "schemaVersion": 2, "calls": [] }', '`$.schemaVersion` is 2, and must be 1'],
    ['no calls', '{ "schemaVersion": 1 }', '`$.calls` is missing, and must be a list of calls'],
    ['no call', '{ "schemaVersion": 1, "calls": ["all"] }', '`$.calls[0]` is "all", and must be an object'],
    [
      'a wrong word',
      write({ retry: 'always' }),
      '`$.calls[0].retry` is "always", and must be one of "idempotent", "not-sent", "never"',
    ],
    [
      'a wrong name',
      write({ service: 'My Shop' }),
      '`$.calls[0].service` is "My Shop", and must be a name in kebab case',
    ],
    ['no time', write({ timeoutMs: 0 }), '`$.calls[0].timeoutMs` is 0, and must be a number of milliseconds above 0'],
    ['a missing field', write({ wrap: undefined }), '`$.calls[0].wrap` is missing, and must be true or false'],
    ['an unknown field', write({ retries: 3 }), '`$.calls[0].retries` is 3, and must be left out'],
  ])('%s', (_, text, message) => {
    expect(() => parsePlan('plan.json', text)).toThrow(message);
  });
});

describe('a module of policies that is there already', () => {
  const policies =
    "import { pipeline, type Strategy } from '@octollm/errors/pipeline';\n\nexport const mainReads: Strategy = pipeline();\n";

  it('is never replaced: what it has is used, what it lacks is listed', () => {
    const { main, newFiles, left } = guardText(source, getPlan(source), {}, policies);
    expect(newFiles).toEqual({});
    expect(main).toContain('mainReads.execute(');
    expect(left[0]).toMatch(/^module-exists: .*has no `mainWrites`: add it there\.$/);
  });
});
