import type { OctoLLMErrorOptions } from '@octollm/errors/errors';
import {
  DatabaseError,
  OctoLLMError,
  RateLimitError,
  TaskNotFoundError,
  ValidationError,
  wrap,
} from '@octollm/errors/errors';

/*
 * What the types allow and refuse. Only the compiler reads this file: `types.test.ts` compiles it, and a line under
 * `@ts-expect-error` that compiles is an error as well.
 */

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expectType<Actual, Expected>(same: Same<Actual, Expected>): void;

const error = new TaskNotFoundError('x', { details: { task_id: '7', field: 'id' } });
expectType<typeof error.details.task_id, string | undefined>(true);
expectType<typeof error.details.field, string | undefined>(true);
// @ts-expect-error A detail that the class does not know.
new TaskNotFoundError('x', { details: { taskId: '7' } });
// @ts-expect-error A detail of the wrong type.
new RateLimitError('x', { details: { limit: 'ten' } });
// @ts-expect-error What an error says about itself is not for others to change.
error.status = 200;

// A child stands for its parent.
export const parents: readonly ValidationError[] = [error];
export const roots: readonly OctoLLMError[] = parents;

// instanceof and isInstance narrow, and never to any.
export function narrow(thrown: unknown): void {
  if (thrown instanceof ValidationError) expectType<typeof thrown.details.field, string | undefined>(true);
  if (thrown instanceof OctoLLMError) expectType<(typeof thrown.details)['task_id'], unknown>(true);
  if (TaskNotFoundError.isInstance(thrown)) expectType<typeof thrown, TaskNotFoundError>(true);
  if (ValidationError.isInstance(thrown)) expectType<typeof thrown.details.field, string | undefined>(true);
}

// A project extends a class with details of its own.
type StockDetails = { readonly task_id?: string; readonly sku?: string };
export class StockError extends OctoLLMError<StockDetails> {
  declare readonly details: StockDetails;
}
new StockError('x', { details: { sku: 'a-1' } });
// @ts-expect-error A detail that the class of the project does not know.
new StockError('x', { details: { limit: 3 } });

// Options that may be undefined need no ceremony.
export const options: OctoLLMErrorOptions = { retryAfterMs: undefined, status: undefined };

export const wrapped: OctoLLMError = wrap('x', DatabaseError, { details: { operation: 'query' }, retryAfterMs: 5 });
// @ts-expect-error A detail that the class does not know.
wrap('x', DatabaseError, { details: { task_id: '7' } });
// @ts-expect-error The cause is the caught value.
wrap('x', DatabaseError, { cause: 'y' });
// @ts-expect-error Not a class of the hierarchy.
wrap('x', TypeError);
