import { defineError } from '@octollm/errors/define-error';
import { OctoLLMError, ResourceError, wrap } from '@octollm/errors/errors';
import { getStatus, toEnvelope } from '@octollm/errors/http';
import { createErrorRegistry, serializeError } from '@octollm/errors/serialize';
import { describe, expect, expectTypeOf, it } from 'vitest';

const OrderClosedError = defineError({
  name: 'OrderClosedError',
  code: 'ORDER_CLOSED',
  kind: 'conflict',
  status: 409,
  severity: 'warning',
  retryable: false,
  title: 'The order is closed',
  message: ({ order_id }: { order_id: string }) => `Order ${order_id} is closed`,
});
const DeskClosedError = defineError({
  name: 'DeskClosedError',
  code: 'DESK_CLOSED',
  title: 'The desk is closed',
  parent: ResourceError,
});

describe('a defined class', () => {
  it('builds errors from its details', () => {
    const error = OrderClosedError.of({ order_id: '7' });

    expect(error).toBeInstanceOf(OctoLLMError);
    expect(error).toBeInstanceOf(OrderClosedError);
    expect(error.toJSON()).toEqual({
      error: 'ORDER_CLOSED',
      message: 'Order 7 is closed',
      details: { order_id: '7' },
    });
    expect(String(error)).toBe('OrderClosedError: Order 7 is closed');
    expect(getStatus(error)).toBe(409);
  });

  it('builds errors like every other class', () => {
    const cause = new Error('x');
    const error = new OrderClosedError('Closed since May', { details: { order_id: '7' }, cause, retryAfterMs: 0 });

    expect(error).toMatchObject({ message: 'Closed since May', cause, retryAfterMs: 0, severity: 'warning' });
    expect(OrderClosedError.of({ order_id: '7' }, { cause, context: { a: 1 } })).toMatchObject({
      cause,
      context: { a: 1 },
      message: 'Order 7 is closed',
    });
  });

  it('inherits what is left out', () => {
    const error = new DeskClosedError('Closed');

    expect(error).toBeInstanceOf(ResourceError);
    expect(error).toMatchObject({ name: 'DeskClosedError', code: 'DESK_CLOSED', status: 503, kind: 'unavailable' });
    expect(DeskClosedError.of({ resource: 'desk' }).message).toBe('The desk is closed');
  });

  it('knows its errors and no others', () => {
    expect(OrderClosedError.isInstance(OrderClosedError.of({ order_id: '7' }))).toBe(true);
    expect(OrderClosedError.isInstance(new DeskClosedError('x'))).toBe(false);
    expect(ResourceError.isInstance(new DeskClosedError('x'))).toBe(true);
    expect(ResourceError.isInstance(OrderClosedError.of({ order_id: '7' }))).toBe(false);
  });

  it('has its name without the help of a compiler', () => {
    expect(OrderClosedError.name).toBe('OrderClosedError');
    expect(new DeskClosedError('x').stack).toMatch(/^DeskClosedError: x/);
  });

  it('works with the rest: wrap, responses, registries', () => {
    expect(wrap(new Error('x'), DeskClosedError)).toBeInstanceOf(DeskClosedError);
    expect(toEnvelope(OrderClosedError.of({ order_id: '7' }))).toMatchObject({ status: 409 });
    const revived = createErrorRegistry([OrderClosedError]).deserialize(
      serializeError(OrderClosedError.of({ order_id: '7' })),
    );
    expect(revived).toBeInstanceOf(OrderClosedError);
  });
});

describe('its types', () => {
  it('know code and details, so that a switch narrows', () => {
    const error = OrderClosedError.of({ order_id: '7' });

    expectTypeOf(error.code).toEqualTypeOf<'ORDER_CLOSED'>();
    expectTypeOf(error.details.order_id).toEqualTypeOf<string>();
    const thrown: unknown = error;
    if (OrderClosedError.isInstance(thrown)) expectTypeOf(thrown.details.order_id).toEqualTypeOf<string>();
  });

  it('want the details that the class needs', () => {
    // @ts-expect-error The details are missing.
    expect(new OrderClosedError('x')).toBeInstanceOf(OrderClosedError);
    // @ts-expect-error The detail is called order_id.
    expect(OrderClosedError.of({ id: '7' })).toBeInstanceOf(OrderClosedError);
    expect(new DeskClosedError('x')).toBeInstanceOf(DeskClosedError);
  });
});
