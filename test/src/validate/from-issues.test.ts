import { ValidationErrors } from '@octollm/errors/errors';
import { fromIssues } from '@octollm/errors/validate';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createHostileValues } from '../errors/strangers.ts';

const fields = (source: unknown): unknown =>
  fromIssues(source)?.details.errors?.map(({ field, pointer }) => [field, pointer]);

describe('Zod', () => {
  const schema = z.object({ items: z.array(z.object({ name: z.string() })), age: z.number() });
  const result = schema.safeParse({ items: [{ name: 7 }], age: 'x' });

  it('gives every issue a field and a pointer', () => {
    expect(fields(result.error)).toEqual([
      ['items[0].name', '/items/0/name'],
      ['age', '/age'],
    ]);
    expect(fromIssues(result.error?.issues)).toBeInstanceOf(ValidationErrors);
  });

  it('keeps the messages, and the error itself as the cause', () => {
    const error = fromIssues(result.error);

    expect(error?.message).toBe('Validation failed with 2 errors');
    expect(error?.details.errors?.map(({ message }) => message)).toEqual(
      result.error?.issues.map(({ message }) => message),
    );
    expect(error?.cause).toBe(result.error);
    expect(error).toMatchObject({ status: 422 });
  });
});

describe('Ajv', () => {
  const check = new Ajv({ allErrors: true }).compile({
    type: 'object',
    required: ['name'],
    properties: { items: { type: 'array', items: { type: 'number' } }, 'a/b': { type: 'string' } },
  });

  it('gives a missing property its own place', () => {
    check({ items: [1, 'x'], 'a/b': 7 });

    expect(fields(check.errors)).toEqual([
      ['name', '/name'],
      ['items[1]', '/items/1'],
      ['a/b', '/a~1b'],
    ]);
    expect(fields(check)).toEqual(fields(check.errors));
  });
});

describe('others, by their shape', () => {
  it.each([
    ['a Standard Schema', { issues: [{ message: 'Wrong', path: ['a', { key: 'b' }, 0] }] }],
    ['Valibot', { issues: [{ message: 'Wrong', path: [{ key: 'a' }, { key: 'b' }, { key: 0 }] }] }],
    ['Joi', { details: [{ message: 'Wrong', path: ['a', 'b', 0] }] }],
    ['Yup', { inner: [Object.assign(new Error('Wrong'), { path: 'a.b[0]' })], errors: ['Wrong'] }],
  ])('%s', (_, source) => {
    expect(fields(source)).toEqual([['a.b[0]', '/a/b/0']]);
  });

  it('with no path report the whole input', () => {
    expect(fields([{ message: 'Wrong' }])).toEqual([['', '']]);
  });
});

describe('what is no list of issues', () => {
  it.each([
    undefined,
    null,
    'text',
    [],
    {},
    { issues: [] },
    { issues: ['text'] },
    new Error('x'),
    new AggregateError([new Error('a'), new Error('b')]),
  ])('gives nothing for %s', (source) => {
    expect(fromIssues(source)).toBeUndefined();
  });

  it.each([...createHostileValues()])('gives nothing for %s', (_, value) => {
    expect(fromIssues(value)).toBeUndefined();
    expect(fromIssues({ issues: value })).toBeUndefined();
    expect(() => fromIssues([{ message: 'Wrong', path: [value] }])).not.toThrow();
  });
});
