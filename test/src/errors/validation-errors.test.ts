import { OctoLLMError, ValidationError, ValidationErrors } from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

describe('ValidationErrors', () => {
  it('reports all fields together', () => {
    const error = ValidationErrors.of([
      { field: 'description', message: 'Description is required' },
      { field: 'priority', message: 'Priority must be between 1 and 10' },
    ]);

    expect(error).toBeInstanceOf(ValidationError);
    expect(error.toJSON()).toEqual({
      error: 'VALIDATION_ERRORS',
      message: 'Validation failed with 2 errors',
      details: {
        errors: [
          { field: 'description', message: 'Description is required', pointer: '/description' },
          { field: 'priority', message: 'Priority must be between 1 and 10', pointer: '/priority' },
        ],
      },
    });
  });

  it('counts one error as one', () => {
    expect(ValidationErrors.of([{ field: 'name', message: 'Required' }]).message).toBe(
      'Validation failed with 1 error',
    );
  });

  it.each([
    ['items[0].name', '/items/0/name'],
    ['a.b.c', '/a/b/c'],
    ['', ''],
    ['a/b', '/a~1b'],
    ['m~n', '/m~0n'],
    ['matrix[1][2]', '/matrix/1/2'],
  ])('points to %s with %s', (field, pointer) => {
    expect(ValidationErrors.of([{ field, message: 'Wrong' }]).details.errors?.[0]?.pointer).toBe(pointer);
  });

  it('keeps a pointer that the validator knows better', () => {
    const error = ValidationErrors.of([{ field: 'a.b', message: 'Wrong', pointer: '/a.b' }]);

    expect(error.details.errors?.[0]?.pointer).toBe('/a.b');
  });

  it('does not hold on to the list it was given', () => {
    const list = [{ field: 'name', message: 'Required' }];
    const error = ValidationErrors.of(list);
    list.push({ field: 'later', message: 'Added' });

    expect(error.details.errors).toHaveLength(1);
  });

  it('is built like every other class', () => {
    expect(new ValidationErrors('Two problems', { cause: 'schema' })).toMatchObject({
      message: 'Two problems',
      status: 422,
    });
    expect(OctoLLMError.isInstance(new ValidationErrors('x'))).toBe(true);
  });
});
