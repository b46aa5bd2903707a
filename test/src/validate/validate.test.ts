import { InvalidInputError, ValidationErrors } from '@octollm/errors/errors';
import type { ErrorCollector, ValidationRule } from '@octollm/errors/validate';
import { isBlank, validate } from '@octollm/errors/validate';
import { describe, expect, it, vi } from 'vitest';

interface Task {
  readonly description?: string;
  readonly priority: number;
  readonly timeoutMs?: number;
  readonly steps?: readonly { readonly name: string }[];
}

const checkDescription: ValidationRule<Task> = ({ description = '' }, errors) => {
  if (isBlank(description)) errors.add('description', 'Description is required');
  if (description.length > 10_000) errors.add('description', 'Description is longer than 10000 characters');
};
const checkPriority: ValidationRule<Task> = ({ priority }, errors) => {
  if (!(priority >= 1 && priority <= 10)) errors.add('priority', 'Priority must be between 1 and 10');
};
const checkTimeout: ValidationRule<Task> = ({ timeoutMs }, errors) => {
  if (timeoutMs !== undefined && !(timeoutMs > 0)) errors.add('timeoutMs', 'Timeout must be positive');
};
const checkSteps: ValidationRule<Task> = ({ steps = [] }, errors) => {
  for (const [index, step] of steps.entries()) checkStep(step, errors.at(['steps', index]));
};
function checkStep({ name }: { name: string }, errors: ErrorCollector): void {
  if (isBlank(name)) errors.add('name', 'Name is required');
}
const taskRules = [checkDescription, checkPriority, checkTimeout, checkSteps];

const failure = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

const good: Task = { description: 'Sort the mail', priority: 5 };
const bad: Task = { description: ' ', priority: 0, timeoutMs: 0, steps: [{ name: 'a' }, { name: '' }] };

describe('valid input', () => {
  it('comes back as it is', () => {
    expect(validate(good, taskRules)).toBe(good);
    expect(validate(good, taskRules, { mode: 'fail-fast' })).toBe(good);
    expect(validate(0, [])).toBe(0);
  });

  it('may be checked by a single rule', () => {
    expect(validate(good, checkPriority)).toBe(good);
    expect(failure(() => validate(bad, checkPriority))).toBeInstanceOf(ValidationErrors);
  });
});

describe('the early return', () => {
  it('throws the first broken rule', () => {
    const error = failure(() => validate(bad, taskRules, { mode: 'fail-fast' }));

    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ status: 400, message: 'Description is required', details: { field: 'description' } });
  });

  it('runs no rule after it', () => {
    const later = vi.fn();

    expect(failure(() => validate(bad, [checkPriority, later], { mode: 'fail-fast' }))).toBeDefined();
    expect(later).not.toHaveBeenCalled();
  });

  it('names a field inside a list', () => {
    const error = failure(() => validate(bad, checkSteps, { mode: 'fail-fast' }));

    expect(error).toMatchObject({ details: { field: 'steps[1].name' } });
  });
});

describe('the aggregation', () => {
  it('throws all broken rules in the order of the rules', () => {
    const error = failure(() => validate(bad, taskRules));

    expect(error).toBeInstanceOf(ValidationErrors);
    expect(error).toMatchObject({
      status: 422,
      message: 'Validation failed with 4 errors',
      details: {
        errors: [
          { field: 'description', pointer: '/description', message: 'Description is required' },
          { field: 'priority', pointer: '/priority', message: 'Priority must be between 1 and 10' },
          { field: 'timeoutMs', pointer: '/timeoutMs', message: 'Timeout must be positive' },
          { field: 'steps[1].name', pointer: '/steps/1/name', message: 'Name is required' },
        ],
      },
    });
  });

  it('ends after a hundred broken rules, or as many as asked', () => {
    const steps = Array.from({ length: 500 }, () => ({ name: '' }));
    const read = (maxErrors?: number): unknown =>
      failure(() => validate({ ...good, steps }, taskRules, maxErrors === undefined ? {} : { maxErrors }));

    expect(read()).toMatchObject({ message: 'Validation failed with 100 errors' });
    expect(read(3)).toMatchObject({ message: 'Validation failed with 3 errors' });
  });

  it('lets a bug in a rule through as what it is', () => {
    const broken: ValidationRule<Task> = () => {
      throw new TypeError('bug');
    };

    expect(failure(() => validate(bad, [checkPriority, broken]))).toBeInstanceOf(TypeError);
  });
});

describe('P11: 0 and blank texts are not overlooked', () => {
  it.each(['collect', 'fail-fast'] as const)('in the mode %s', (mode) => {
    expect(failure(() => validate({ ...good, timeoutMs: 0 }, taskRules, { mode }))).toBeDefined();
    expect(failure(() => validate({ ...good, timeoutMs: NaN }, taskRules, { mode }))).toBeDefined();
    expect(failure(() => validate({ ...good, description: ' \t\n' }, taskRules, { mode }))).toBeDefined();
    expect(failure(() => validate({ ...good, timeoutMs: 1 }, taskRules, { mode }))).toBeUndefined();
  });

  it.each(['', ' ', '\n\t', '\u00a0', undefined, null])('isBlank(%j)', (value) => {
    expect(isBlank(value)).toBe(true);
  });

  it.each(['a', ' a ', 0, false, NaN, [], {}])('not isBlank(%j)', (value) => {
    expect(isBlank(value)).toBe(false);
  });
});
