import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../src/package.json' with { type: 'json' };
import { findMissingNames, listOffers } from './checks/page-coverage.ts';
import { repository } from './checks/tree.ts';

/** Entry points whose page has another name. */
const renamed: Readonly<Record<string, string>> = {
  'define-error': 'errors',
  validate: 'validation',
  serialize: 'serialization',
  classify: 'classification',
  'classify/llm': 'classification',
  'classify/agent': 'classification',
  'classify/database': 'classification',
  time: 'testing',
};

/** The pages of adapters stand in a folder. */
const findPage = (name: string): string | undefined =>
  [`${renamed[name] ?? name}.md`, `adapters/${name}.md`]
    .map((page) => join(repository, 'docs/runtime', page))
    .find((page) => existsSync(page));

/** The classes of `/errors` stand in its README, and the catalogue is a table. */
const policies = Object.entries(manifest.exports).flatMap(([path, entry]) => {
  const name = path.slice(2);
  const page = findPage(name);
  if (['errors', 'catalog'].includes(name) || page === undefined || typeof entry === 'string') return [];
  return [{ name, page, file: join(repository, 'src', entry['@octollm/source']) }];
});
const offers = listOffers(policies.map(({ file }) => file));

describe('a page names every function and every option of its entry point', () => {
  test.each(policies)('$name', ({ page, file }) => {
    const offer = offers.get(file) ?? { values: [], options: [] };
    expect(offer.values).not.toEqual([]);
    expect(findMissingNames(offer, readFileSync(page, 'utf8'))).toEqual([]);
  });

  test('no policy and no adapter is without a page', () => {
    expect(policies.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'retry',
        'breaker',
        'timeout',
        'bulkhead',
        'rate-limit',
        'hedge',
        'fallback',
        'pipeline',
        'express',
        'fastify',
        'hono',
        'koa',
        'nestjs',
        'pino',
        'prom-client',
        'opentelemetry',
      ]),
    );
  });

  test('what a page leaves out is found', () => {
    const offer = { values: ['retry', 'schedule'], options: ['maxAttempts', 'budget'] };
    expect(findMissingNames(offer, '`retry(fn, { maxAttempts })` and `schedules`')).toEqual(['schedule', 'budget']);
  });
});
