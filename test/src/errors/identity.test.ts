import vm from 'node:vm';

import {
  AuthorizationError,
  ExternalError,
  InvalidInputError,
  OctoLLMError,
  TaskNotFoundError,
  ThirdPartyAPIError,
  ValidationError,
  describeErrorClass,
} from '@octollm/errors/errors';
import { beforeAll, describe, expect, it } from 'vitest';

import { loadInOtherRealm, loadSecondCopy } from './second-copy.ts';

class PaymentError extends ExternalError {
  static {
    describeErrorClass(this, { name: 'PaymentError', code: 'PAYMENT_FAILED', title: 'The payment failed' });
  }
}

class UndescribedError extends InvalidInputError {}

describe('isInstance', () => {
  const error = new TaskNotFoundError('Task 7 not found');

  it('knows its class and its parents', () => {
    expect(TaskNotFoundError.isInstance(error)).toBe(true);
    expect(ValidationError.isInstance(error)).toBe(true);
    expect(OctoLLMError.isInstance(error)).toBe(true);
  });

  it('knows neither sisters nor children', () => {
    expect(AuthorizationError.isInstance(error)).toBe(false);
    expect(ExternalError.isInstance(error)).toBe(false);
    expect(TaskNotFoundError.isInstance(new ValidationError('Failed'))).toBe(false);
  });

  it('knows a class of a project that is described', () => {
    const payment = new PaymentError('Card declined');

    expect(PaymentError.isInstance(payment)).toBe(true);
    expect(ExternalError.isInstance(payment)).toBe(true);
    expect(PaymentError.isInstance(new ExternalError('Failed'))).toBe(false);
    expect(ThirdPartyAPIError.isInstance(payment)).toBe(false);
    expect(payment).toMatchObject({ name: 'PaymentError', code: 'PAYMENT_FAILED', status: 502, kind: 'unavailable' });
  });

  it('does not take the parent for a child that is not described', () => {
    expect(UndescribedError.isInstance(new UndescribedError('Failed'))).toBe(true);
    expect(UndescribedError.isInstance(new InvalidInputError('Failed'))).toBe(false);
    expect(InvalidInputError.isInstance(new UndescribedError('Failed'))).toBe(true);
  });

  it('says no to everything else', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const hostile = new Proxy(error, {
      get() {
        throw new Error('Hands off');
      },
    });
    const strangers = [undefined, null, 0, 'TASK_NOT_FOUND', {}, Object.create(null), new Error('x'), OctoLLMError];

    for (const stranger of [...strangers, { code: 'TASK_NOT_FOUND' }, revoked.proxy, hostile]) {
      expect(OctoLLMError.isInstance(stranger)).toBe(false);
    }
  });

  it('leaves instanceof to the platform', () => {
    expect(Object.hasOwn(OctoLLMError, Symbol.hasInstance)).toBe(false);
    expect(new ValidationError('Failed') instanceof TaskNotFoundError).toBe(false);
  });
});

describe('two installed copies', () => {
  let copy: Awaited<ReturnType<typeof loadSecondCopy>>;
  beforeAll(async () => {
    copy = await loadSecondCopy();
  });

  it('recognise each other where instanceof does not', () => {
    const foreign = copy.TaskNotFoundError.forTask('7');

    expect(foreign instanceof TaskNotFoundError).toBe(false);
    expect(TaskNotFoundError.isInstance(foreign)).toBe(true);
    expect(ValidationError.isInstance(foreign)).toBe(true);
    expect(AuthorizationError.isInstance(foreign)).toBe(false);
    expect(copy.ValidationError.isInstance(new TaskNotFoundError('Failed'))).toBe(true);
  });

  it('recognise classes that a project made from either', () => {
    expect(copy.ExternalError.isInstance(new PaymentError('Card declined'))).toBe(true);
    expect(copy.ThirdPartyAPIError.isInstance(new PaymentError('Card declined'))).toBe(false);
  });

  it('keep their names when a minifier renamed the classes', () => {
    expect(copy.TaskNotFoundError.name).toBe('TaskNotFoundError');
    expect(String(copy.TaskNotFoundError.forTask('7'))).toBe('TaskNotFoundError: Task 7 not found');
    expect(copy.TaskNotFoundError.forTask('7').stack).toMatch(/^TaskNotFoundError: /);
  });
});

describe('another realm', () => {
  it('is recognised, in both directions', async () => {
    const other = await loadInOtherRealm();
    const foreign = other.TaskNotFoundError.forTask('7');

    expect(foreign instanceof Error).toBe(false);
    expect(TaskNotFoundError.isInstance(foreign)).toBe(true);
    expect(ExternalError.isInstance(foreign)).toBe(false);
    expect(other.ValidationError.isInstance(TaskNotFoundError.forTask('7'))).toBe(true);
    expect(JSON.stringify(foreign)).toBe(JSON.stringify(TaskNotFoundError.forTask('7')));
  });

  it('does not pass its plain errors for ours', () => {
    expect(OctoLLMError.isInstance(vm.runInNewContext('new Error("x")'))).toBe(false);
  });
});

describe('P15: identity needs no constructor', () => {
  it('comes with the prototype, so an error can be revived without guessing arguments', () => {
    const revived: unknown = Object.create(TaskNotFoundError.prototype, { message: { value: 'Task 7 not found' } });

    expect(TaskNotFoundError.isInstance(revived)).toBe(true);
    expect(JSON.parse(JSON.stringify(revived))).toEqual({
      error: 'TASK_NOT_FOUND',
      message: 'Task 7 not found',
      details: {},
    });
  });

  it('is lost in a structured clone, while the JSON form keeps the code', () => {
    const error = TaskNotFoundError.forTask('7');

    expect(OctoLLMError.isInstance(structuredClone(error))).toBe(false);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ error: 'TASK_NOT_FOUND', details: { task_id: '7' } });
  });
});
