import { InvalidInputError, ValidationErrors } from '@octollm/errors/errors';
import { toProblem } from '@octollm/errors/http';
import { collectErrors } from '@octollm/errors/validate';
import { describe, expect, it } from 'vitest';

describe('a collector', () => {
  it('throws nothing while nothing is wrong', () => {
    const errors = collectErrors();

    expect(() => errors.throwIfAny()).not.toThrow();
    expect(errors.list()).toEqual([]);
  });

  it('throws everything at the end', () => {
    const errors = collectErrors();
    errors.add('name', 'Required');
    errors.add('age', 'Too young');

    expect(() => errors.throwIfAny()).toThrow(ValidationErrors);
    expect(() => errors.throwIfAny()).toThrow('Validation failed with 2 errors');
  });

  it('throws at once when it fails fast', () => {
    expect(() => collectErrors({ mode: 'fail-fast' }).add('name', 'Required')).toThrow(InvalidInputError);
  });

  it('gives parts their place', () => {
    const errors = collectErrors();
    const line = errors.at('orders[2]').at(['lines', 0]);
    line.add('price.amount', 'Negative');
    line.add('', 'Empty');
    line.add([], 'Empty');

    expect(errors.list()).toEqual([
      { field: 'orders[2].lines[0].price.amount', pointer: '/orders/2/lines/0/price/amount', message: 'Negative' },
      { field: 'orders[2].lines[0]', pointer: '/orders/2/lines/0', message: 'Empty' },
      { field: 'orders[2].lines[0]', pointer: '/orders/2/lines/0', message: 'Empty' },
    ]);
    expect(line.list()).toEqual(errors.list());
    expect(() => line.throwIfAny()).toThrow('3 errors');
  });

  it('points to names that hold dots, slashes and tildes', () => {
    const errors = collectErrors();
    errors.add(['a.b', 'c/d', 'm~n'], 'Wrong');

    expect(errors.list()[0]?.pointer).toBe('/a.b/c~1d/m~0n');
    expect(() => errors.throwIfAny()).toThrow(
      expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer: '/a.b/c~1d/m~0n' })] } }),
    );
  });

  it('reports the whole input without a name', () => {
    const errors = collectErrors();
    errors.add('', 'Start must lie before end');

    expect(errors.list()).toEqual([{ field: '', pointer: '', message: 'Start must lie before end' }]);
    expect(toProblem(ValidationErrors.of(errors.list())).body.errors).toEqual([
      { detail: 'Start must lie before end', pointer: '#' },
    ]);
  });

  it('hands out a copy of its list', () => {
    const errors = collectErrors();
    const before = errors.list();
    errors.add('name', 'Required');

    expect(before).toEqual([]);
  });
});
