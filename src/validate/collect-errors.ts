import { InvalidInputError } from '../errors/invalid-input-error.ts';
import type { FieldError } from '../errors/validation-errors.ts';
import { ValidationErrors } from '../errors/validation-errors.ts';
import type { FieldSteps } from '../errors/field-path.ts';
import { toField, toPointer, toSteps } from '../errors/field-path.ts';

/** Names a field: as people write it (`items[0].name`), or step by step (`['items', 0, 'a.b']`) where a name has dots. */
export type FieldPath = string | FieldSteps;

/** Says what happens when a rule is broken. */
export interface ValidateOptions {
  /**
   * `collect` (the default): every rule runs, then one `ValidationErrors` reports all that are broken.
   * `fail-fast`: the first broken rule throws an `InvalidInputError`.
   */
  readonly mode?: 'collect' | 'fail-fast';
  /** How many broken rules end a collection early, so that a large input gives no large answer; 100 by default. */
  readonly maxErrors?: number;
}

/** Takes the broken rules of one input, or of a part of it. */
export interface ErrorCollector {
  /**
   * Reports a broken rule.
   *
   * @param field The field, seen from the part that this collector stands for; `''` is that part itself.
   * @param message What is wrong with it; clients see it.
   * @throws An `InvalidInputError` at once, in the mode `fail-fast`.
   * @throws A `ValidationErrors` when `maxErrors` is reached.
   */
  add(field: FieldPath, message: string): void;
  /**
   * Returns a collector for a part of the input; what it takes counts here as well.
   *
   * @param part The field that holds the part, seen from here.
   */
  at(part: FieldPath): ErrorCollector;
  /** Returns what was reported so far, in the order found. */
  list(): readonly FieldError[];
  /**
   * Ends the validation; does nothing unless something was reported.
   *
   * @throws A `ValidationErrors` with all that was reported.
   */
  throwIfAny(): void;
}

/**
 * Creates a collector, for validation by hand; `validate` is shorter where rules stand on their own.
 *
 * @param options Whether the first broken rule throws, or how many are collected.
 */
export function collectErrors({ mode = 'collect', maxErrors = 100 }: ValidateOptions = {}): ErrorCollector {
  const errors: FieldError[] = [];

  function throwIfAny(): void {
    if (errors.length > 0) throw ValidationErrors.of(errors);
  }

  function createCollector(prefix: FieldSteps): ErrorCollector {
    return {
      add(field, message) {
        const steps = join(prefix, field);
        if (mode === 'fail-fast') throw InvalidInputError.forField(toField(steps), message);
        errors.push({ field: toField(steps), message, pointer: toPointer(steps) });
        if (errors.length >= maxErrors) throwIfAny();
      },
      at: (part) => createCollector(join(prefix, part)),
      list: () => [...errors],
      throwIfAny,
    };
  }
  return createCollector([]);
}

function join(prefix: FieldSteps, path: FieldPath): FieldSteps {
  return [...prefix, ...(typeof path === 'string' ? toSteps(path) : path)];
}
