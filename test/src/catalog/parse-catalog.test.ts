import { catalog, parseCatalog } from '@octollm/errors/catalog';
import { ConfigurationError } from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

const noSignals = {
  words: { strong: [], weak: [] },
  systemCodes: [],
  statuses: [],
  providerCodes: [],
  callees: [],
  classes: [],
  situations: [],
};

describe('parseCatalog', () => {
  it('needs only a name', () => {
    expect(parseCatalog([{ name: 'PaymentDeclinedError' }])).toEqual([
      {
        name: 'PaymentDeclinedError',
        parent: null,
        code: 'PAYMENT_DECLINED_ERROR',
        kind: 'unknown',
        status: 500,
        severity: 'error',
        retryable: null,
        title: 'Payment declined error',
        details: {},
        doc: 'Payment declined error.',
        signals: noSignals,
      },
    ]);
  });

  it('keeps acronyms together', () => {
    expect(parseCatalog([{ name: 'LLMAPIError' }, { name: 'S3Error' }])).toMatchObject([
      { code: 'LLMAPI_ERROR' },
      { code: 'S3_ERROR' },
    ]);
  });

  it('takes what is left out from the parent, wherever that stands', () => {
    const [parent, child] = parseCatalog([
      { name: 'CardError', parent: 'PaymentError', retryable: null },
      { name: 'PaymentError', kind: 'unavailable', status: 502, severity: 'warning', retryable: true },
    ]);

    expect(parent).toMatchObject({ name: 'PaymentError', retryable: true });
    expect(child).toMatchObject({
      name: 'CardError',
      kind: 'unavailable',
      status: 502,
      severity: 'warning',
      retryable: null,
    });
  });

  it('keeps all that is given', () => {
    const entry = {
      name: 'PaymentError',
      parent: null,
      code: 'payment/failed',
      kind: 'usage_limit',
      status: 402,
      severity: 'info',
      retryable: false,
      title: 'The payment failed',
      details: { order: 'string' },
      doc: 'A payment was refused.',
      signals: {
        words: { strong: ['payment'], weak: ['card'] },
        systemCodes: ['EPAY'],
        statuses: [402],
        providerCodes: ['card_declined'],
        callees: ['stripe.*'],
        classes: ['StripeError'],
        situations: ['response_refused'],
      },
    };

    expect(parseCatalog([entry])).toEqual([entry]);
  });

  it('writes words in lower case', () => {
    const [entry] = parseCatalog([{ name: 'A', signals: { words: { strong: ['Card Declined'] } } }]);

    expect(entry?.signals.words).toEqual({ strong: ['card declined'], weak: [] });
  });

  it('does not change what it is given', () => {
    const json = Object.freeze([Object.freeze({ name: 'PaymentError' })]);

    expect(() => parseCatalog(json)).not.toThrow();
  });

  it('reads an empty list', () => {
    expect(parseCatalog([])).toEqual([]);
  });
});

describe('a catalogue that extends the standard', () => {
  it('adds to it', () => {
    const entries = parseCatalog({
      $schema: './catalog.schema.json',
      extends: 'octollm',
      errors: [{ name: 'PaymentError', parent: 'ThirdPartyAPIError' }],
    });

    expect(entries.slice(0, -1)).toEqual(catalog);
    expect(entries.at(-1)).toMatchObject({ name: 'PaymentError', status: 502, kind: 'unavailable' });
  });

  it('replaces the entry of the same name', () => {
    const entries = parseCatalog({
      extends: 'octollm',
      errors: [{ name: 'CacheError', parent: 'SystemError', code: 'CACHE_ERROR', status: 500 }],
    });

    expect(entries).toHaveLength(catalog.length);
    expect(entries.find(({ name }) => name === 'CacheError')).toMatchObject({ status: 500, retryable: null });
  });

  it('replaces the standard when it does not extend it', () => {
    expect(parseCatalog({ errors: [{ name: 'AppError' }] }).map(({ name }) => name)).toEqual(['AppError']);
  });
});

describe('what is wrong is named with its path', () => {
  it.each<[string, unknown, string]>([
    ['no list', 'catalog', '`$` must be a list of entries or an object with `errors`'],
    ['nothing', undefined, '`$` must be a list'],
    ['null', null, '`$` must be a list'],
    ['no errors', { extends: 'octollm' }, '`$.errors` must be a list of entries'],
    ['another base', { extends: 'other', errors: [] }, '`$.extends` must be `octollm` or left out'],
    ['a stray key', { errors: [], error: [] }, '`$.error` is neither `extends` nor `errors`'],
    ['no object', [null], '`$[0]` must be an object'],
    ['a list as an entry', [[]], '`$[0]` must be an object'],
    ['no name', [{}], '`$[0].name` must be a class name'],
    ['an impossible name', [{ name: 'payment error' }], '`$[0].name` must be a class name'],
    ['an unknown property', [{ name: 'A', retriable: true }], '`$[0].retriable` is no property that a catalogue knows'],
    ['an unknown parent', [{ name: 'A', parent: 'B' }], '`$[0].parent` names `B`, which is not in the catalogue'],
    ['a class as its own parent', [{ name: 'A', parent: 'A' }], '`$[0].parent` closes a cycle (A extends A)'],
    ['a name twice', [{ name: 'A' }, { name: 'A' }], '`$[1].name` repeats `A` of `$[0]`'],
    [
      'a code twice',
      [
        { name: 'A', code: 'X' },
        { name: 'B', code: 'X' },
      ],
      '`$[1].code` gives `X` to `A` and `B`',
    ],
    ['a code with a space', [{ name: 'A', code: 'NOT FOUND' }], '`$[0].code` must be a text without spaces'],
    ['an unknown kind', [{ name: 'A', kind: 'oops' }], '`$[0].kind` must be one of `canceled`'],
    ['a status below 400', [{ name: 'A', status: 200 }], '`$[0].status` must be an HTTP status from 400 to 599'],
    ['a status as text', [{ name: 'A', status: '404' }], '`$[0].status` must be'],
    ['an unknown severity', [{ name: 'A', severity: 'fatal' }], '`$[0].severity` must be one of `debug`'],
    ['retryable as text', [{ name: 'A', retryable: 'yes' }], '`$[0].retryable` must be `true`, `false` or `null`'],
    ['an empty title', [{ name: 'A', title: ' ' }], '`$[0].title` must be a text that is not empty'],
    ['details as a list', [{ name: 'A', details: ['id'] }], '`$[0].details` must be an object'],
    ['signals as a list', [{ name: 'A', signals: [] }], '`$[0].signals` must be an object'],
    ['words as a list', [{ name: 'A', signals: { words: ['x'] } }], '`$[0].signals.words` must be an object'],
    [
      'a word that is none',
      [{ name: 'A', signals: { words: { weak: [1] } } }],
      '`$[0].signals.words.weak` must be a list of texts',
    ],
    [
      'a status that is none',
      [{ name: 'A', signals: { statuses: [4] } }],
      '`$[0].signals.statuses` must be a list of HTTP statuses',
    ],
    [
      'an unknown situation',
      [{ name: 'A', signals: { situations: ['bad_luck'] } }],
      '`$[0].signals.situations` must be a list of `',
    ],
    ['an unknown signal', [{ name: 'A', signals: { code: [] } }], '`$[0].signals.code` is no property'],
    ['an error below errors', { errors: [{ name: 'A' }, { name: 1 }] }, '`$.errors[1].name` must be a class name'],
  ])('%s', (_, json, problem) => {
    expect(() => parseCatalog(json)).toThrow(ConfigurationError);
    expect(() => parseCatalog(json)).toThrow(`Could not read the error catalogue: ${problem}`);
  });

  it('names a longer cycle once, in full', () => {
    const cycle = [
      { name: 'A', parent: 'B' },
      { name: 'B', parent: 'C' },
      { name: 'C', parent: 'A' },
    ];

    expect(() => parseCatalog(cycle)).toThrow(
      'Could not read the error catalogue: `$[2].parent` closes a cycle (A extends B extends C extends A).',
    );
  });

  it('finds a code that the standard has taken', () => {
    const json = { extends: 'octollm', errors: [{ name: 'MyCacheError', code: 'CACHE_ERROR' }] };

    expect(() => parseCatalog(json)).toThrow(
      '`$.errors[0].code` gives `CACHE_ERROR` to `CacheError` and `MyCacheError`',
    );
  });

  it('finds a cycle through the standard', () => {
    const json = { extends: 'octollm', errors: [{ name: 'OctoLLMError', parent: 'CacheError', code: 'X' }] };

    expect(() => parseCatalog(json)).toThrow('closes a cycle');
  });

  it('names all problems at once', () => {
    const json = [{ name: 'A', status: 1 }, { name: 'B', kind: 'oops' }, 7];

    expect(() => parseCatalog(json)).toThrow(/`\$\[0\]\.status`.*; `\$\[1\]\.kind`.*; `\$\[2\]` must be an object\.$/);
  });
});
