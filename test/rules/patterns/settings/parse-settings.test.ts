import { catalog } from '@octollm/errors/catalog';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../../rules/patterns/settings/defaults.ts';
import { parseSettings } from '../../../../rules/patterns/settings/parse-settings.ts';

const noFile = (path: string): unknown => {
  throw new Error(`Read ${path}, which no test asked for.`);
};

function messageOf(input: unknown, readCatalog: (path: string) => unknown = noFile): string {
  try {
    parseSettings(input, readCatalog);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing thrown';
}

describe('complete settings', () => {
  test('are the defaults when nothing is set', () => {
    expect(parseSettings({}, noFile)).toEqual({ ...defaultSettings, catalog });
  });

  test('an undefined setting is not set', () => {
    expect(parseSettings({ loggers: undefined, errorModule: undefined, catalog: undefined }, noFile)).toEqual(
      parseSettings({}, noFile),
    );
  });

  test.each(['errorFactories', 'normalizers', 'loggers', 'reporters', 'guards'] as const)(
    '%s extend the defaults',
    (name) => {
      expect(parseSettings({ [name]: ['mine'] }, noFile)[name]).toEqual([...defaultSettings[name], 'mine']);
    },
  );

  test('testGlobs replace the defaults', () => {
    expect(parseSettings({ testGlobs: ['checks/**'] }, noFile).testGlobs).toEqual(['checks/**']);
    expect(parseSettings({ testGlobs: [] }, noFile).testGlobs).toEqual([]);
  });

  test('errorModule', () => {
    expect(parseSettings({ errorModule: '@acme/errors' }, noFile).errorModule).toBe('@acme/errors');
  });

  test('messageStyle', () => {
    expect(parseSettings({}, noFile).messageStyle).toBe('concise');
    expect(parseSettings({ messageStyle: 'teaching' }, noFile).messageStyle).toBe('teaching');
  });

  test('a catalogue in place', () => {
    expect(parseSettings({ catalog: [{ name: 'GoneError' }] }, noFile).catalog.map(({ name }) => name)).toEqual([
      'GoneError',
    ]);
  });

  test('a catalogue in a file', () => {
    const files = new Map<string, unknown>([
      ['errors.json', [{ name: 'GoneError' }, { name: 'LostError', parent: 'GoneError' }]],
    ]);
    const settings = parseSettings({ catalog: 'errors.json' }, (path) => files.get(path));
    expect(settings.catalog.map(({ name }) => name)).toEqual(['GoneError', 'LostError']);
  });

  test('a catalogue in a file that adds to the standard', () => {
    const settings = parseSettings({ catalog: 'errors.json' }, () => ({
      extends: 'octollm',
      errors: [{ name: 'GoneError' }],
    }));
    expect(settings.catalog.map(({ name }) => name)).toContain('GoneError');
    expect(settings.catalog.length).toBe(catalog.length + 1);
  });
});

describe('broken settings are named in one sentence', () => {
  test.each([
    [null, 'Invalid `settings.octollm`: it is null, and must be an object such as { errorModule: "@acme/errors" }.'],
    ['yes', 'Invalid `settings.octollm`: it is "yes", and must be an object such as { errorModule: "@acme/errors" }.'],
    [true, 'Invalid `settings.octollm`: it is true, and must be an object such as { errorModule: "@acme/errors" }.'],
    [[], 'Invalid `settings.octollm`: it is [], and must be an object such as { errorModule: "@acme/errors" }.'],
    [
      { loger: [] },
      'Unknown setting `settings.octollm.loger`: the known ones are errorFactories, normalizers, loggers, reporters, guards, testGlobs, errorModule, catalog, messageStyle.',
    ],
    [
      { messageStyle: 'verbose' },
      'Invalid `settings.octollm.messageStyle`: it is "verbose", and must be one of "concise" and "teaching".',
    ],
    [
      { loggers: 'log' },
      'Invalid `settings.octollm.loggers`: it is "log", and must be a list of names such as ["logger.error"].',
    ],
    [
      { loggers: null },
      'Invalid `settings.octollm.loggers`: it is null, and must be a list of names such as ["logger.error"].',
    ],
    [
      { reporters: [1] },
      'Invalid `settings.octollm.reporters`: it is [1], and must be a list of names such as ["logger.error"].',
    ],
    [
      { guards: [''] },
      'Invalid `settings.octollm.guards`: it is [""], and must be a list of names such as ["logger.error"].',
    ],
    [
      { normalizers: {} },
      'Invalid `settings.octollm.normalizers`: it is {}, and must be a list of names such as ["logger.error"].',
    ],
    [
      { errorFactories: 4 },
      'Invalid `settings.octollm.errorFactories`: it is 4, and must be a list of names such as ["logger.error"].',
    ],
    [
      { testGlobs: 'tests' },
      'Invalid `settings.octollm.testGlobs`: it is "tests", and must be a list of names such as ["logger.error"].',
    ],
    [
      { errorModule: '' },
      'Invalid `settings.octollm.errorModule`: it is "", and must be a module name such as "@acme/errors".',
    ],
    [
      { errorModule: 4 },
      'Invalid `settings.octollm.errorModule`: it is 4, and must be a module name such as "@acme/errors".',
    ],
  ])('%j', (input, message) => {
    expect(messageOf(input)).toBe(message);
  });

  test('what JSON cannot show is named by its type', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(messageOf({ loggers: circle })).toContain('it is object, and must be a list of names');
    expect(messageOf({ loggers: 4n })).toContain('it is bigint, and must be a list of names');
    expect(messageOf({ loggers: () => [] })).toContain('it is () => [], and must be a list of names');
  });

  test.each([4, true])('a catalogue that is %j', (catalogue) => {
    expect(messageOf({ catalog: catalogue })).toMatch(
      /^Invalid `settings\.octollm\.catalog`: it is (?:4|true), and must be .*\.$/,
    );
  });

  test('a catalogue with a broken entry names the entry', () => {
    expect(messageOf({ catalog: [{ name: 'GoneError', status: 99 }] })).toMatch(
      /^Could not read the error catalogue: .*`\$\[0\]\.status`.*\.$/,
    );
  });

  test('a catalogue file that cannot be read says why', () => {
    const readCatalog = (): never => {
      throw new Error('Could not read the error catalogue (errors.json).');
    };
    expect(messageOf({ catalog: 'errors.json' }, readCatalog)).toBe(
      'Could not read the error catalogue (errors.json).',
    );
  });
});
