import { DatabaseError, OctoLLMError, describeErrorClass } from '@octollm/errors/errors';
import { createErrorTypeReader, createLabelGate } from '@octollm/errors/observe';
import { describe, expect, it, test } from 'vitest';
import { createHostileValues } from '../errors/strangers.ts';

describe('createErrorTypeReader', () => {
  const errorType = createErrorTypeReader();

  it('names an error of the hierarchy by its code', () => {
    expect(errorType(new DatabaseError('Down'))).toBe('DATABASE_ERROR');
  });

  it('names the errors of the platform', () => {
    expect(errorType(new TypeError('x'))).toBe('TypeError');
    expect(errorType(AbortSignal.abort().reason)).toBe('AbortError');
  });

  test('R9: what is not known is _OTHER, whatever it calls itself', () => {
    const foreign = Object.assign(new Error('x'), { name: 'PrismaError', code: 'P2002' });

    expect(errorType(foreign)).toBe('_OTHER');
    expect(errorType('order 17 failed')).toBe('_OTHER');
    expect(errorType(undefined)).toBe('_OTHER');
  });

  it('knows what it is told', () => {
    const withKnown = createErrorTypeReader({ known: ['ECONNREFUSED', 'PrismaError'] });

    expect(withKnown(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
    expect(withKnown(Object.assign(new Error('x'), { code: 'P2002', name: 'PrismaError' }))).toBe('PrismaError');
  });

  test('R9: a code that was written on one error makes no type', () => {
    expect(errorType(Object.assign(new DatabaseError('x'), { code: 'order-17' }))).toBe('DATABASE_ERROR');
  });

  test('R9: classes that are made on the fly end in _OTHER', () => {
    const limited = createErrorTypeReader({ limit: 2 });
    const types = ['A', 'B', 'C', 'A'].map((code) => {
      class Made extends OctoLLMError {
        static {
          describeErrorClass(this, { name: 'Made', code, title: 'x' });
        }
      }
      return limited(new Made('x'));
    });

    expect(types).toEqual(['A', 'B', '_OTHER', 'A']);
  });

  it.each([...createHostileValues()])('is a known type for %s', (_, value) => {
    expect(['_OTHER', 'Error']).toContain(errorType(value));
  });
});

describe('createLabelGate', () => {
  it('lets so many values through and always the same ones', () => {
    const admit = createLabelGate(2);

    expect(['a', 'b', 'c', 'a', 'c', 'b'].map(admit)).toEqual(['a', 'b', '_OTHER', 'a', '_OTHER', 'b']);
  });
});
