import { describe, expect, it } from 'vitest';
import { readInvalidFields } from '../../../../src/adapters/boundary/declared/invalid-fields.ts';

describe('reads what a validator found as fields with pointers', () => {
  it.each([
    ['of Ajv', { instancePath: '/items/0/name', message: 'must be string' }, 'items[0].name', '/items/0/name'],
    [
      'of Ajv about a property that is missing',
      { instancePath: '/plan', params: { missingProperty: 'id' }, message: 'is required' },
      'plan.id',
      '/plan/id',
    ],
    [
      'of Ajv about a property too many',
      { instancePath: '', params: { additionalProperty: 'extra' }, message: 'is too many' },
      'extra',
      '/extra',
    ],
    ['of Ajv with a slash in a name', { instancePath: '/a~1b/c~0d', message: 'x' }, 'a/b.c~d', '/a~1b/c~0d'],
    ['of zod and joi', { path: ['items', 0, 'name'], message: 'Required' }, 'items[0].name', '/items/0/name'],
    ['of valibot', { path: [{ key: 'items' }, { key: 0 }], message: 'Invalid' }, 'items[0]', '/items/0'],
    ['about the whole input', { path: [], message: 'Expected object' }, '', ''],
    ['without a path', { message: 'Invalid' }, '', ''],
  ])('%s', (_, issue, field, pointer) => {
    expect(readInvalidFields([issue])).toEqual([{ field, pointer, message: issue.message }]);
  });

  it('whatever a list of issues holds', () => {
    expect(readInvalidFields([null, 7, { path: [Symbol('odd')] }])).toEqual([
      { field: '', pointer: '', message: 'is invalid' },
      { field: '', pointer: '', message: 'is invalid' },
      { field: 'Symbol(odd)', pointer: '/Symbol(odd)', message: 'is invalid' },
    ]);
  });
});
