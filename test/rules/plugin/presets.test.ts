import plugin from 'eslint-plugin-octollm';
import { describe, expect, test } from 'vitest';

const { compat, migration, octollm, recommended, strict } = plugin.configs;

describe('presets', () => {
  test('strict holds all of recommended', () => {
    expect(Object.keys(strict.rules)).toEqual(expect.arrayContaining(Object.keys(recommended.rules)));
  });

  test('octollm is strict with the choices of the standard', () => {
    expect(Object.keys(octollm.rules)).toEqual(expect.arrayContaining(Object.keys(strict.rules)));
    const own = Object.entries(octollm.rules).filter(
      ([name, entry]) => JSON.stringify(entry) !== JSON.stringify(strict.rules[name]),
    );
    expect(Object.fromEntries(own)).toEqual({
      'octollm/error-class-definition': [
        'error',
        { checks: expect.arrayContaining(['base', 'code', 'cause-slot', 'suffix', 'empty', 'name']) as unknown },
      ],
      'octollm/error-logging': ['error', { when: 'before-throw' }],
    });
  });

  test('migration only warns', () => {
    const levels = Object.values(migration.rules).map((entry) => (typeof entry === 'string' ? entry : entry[0]));
    expect(new Set(levels)).toEqual(new Set(['warn']));
  });

  test('compat turns rules of others off, and needs none of their plugins', () => {
    expect(new Set(Object.values(compat.rules))).toEqual(new Set(['off']));
    expect(Object.keys(compat.rules).filter((name) => name.startsWith('octollm/'))).toEqual([]);
    expect(compat).not.toHaveProperty('plugins');
  });
});

describe('overlaps', () => {
  test('name rules of this plugin that exist', () => {
    const named = plugin.overlaps.flatMap(({ replacedBy }) => replacedBy);
    expect(named.filter((name) => !(name in plugin.rules))).toEqual([]);
  });

  test('name each rule of another once', () => {
    for (const names of [plugin.overlaps.map(({ eslint }) => eslint), plugin.overlaps.map(({ oxlint }) => oxlint)]) {
      const given = names.filter((name) => name !== undefined);
      expect(given).toEqual([...new Set(given)]);
    }
  });

  test('are what compat turns off', () => {
    const named = plugin.overlaps.flatMap(({ eslint }) => eslint ?? []);
    expect(Object.keys(compat.rules)).toEqual(named);
  });
});
