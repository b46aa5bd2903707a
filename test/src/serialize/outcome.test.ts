import { once } from 'node:events';

import { DatabaseError, InvalidInputError, TaskNotFoundError } from '@octollm/errors/errors';
import type { Outcome } from '@octollm/errors/serialize';
import { captureOutcome, createErrorRegistry, openOutcome, standardErrorClasses } from '@octollm/errors/serialize';
import { expect, it, test } from 'vitest';

import { startFailingWorker } from './start-worker.ts';

const registry = createErrorRegistry(standardErrorClasses);

it('carries a value', async () => {
  expect(openOutcome(await captureOutcome(() => 7), registry)).toBe(7);
  expect(openOutcome(await captureOutcome(async () => Promise.resolve(undefined)), registry)).toBeUndefined();
});

it('carries a failure, thrown or rejected, with its causes', async () => {
  const fail = (): never => {
    throw new DatabaseError('Failed', { cause: new InvalidInputError('Bad') });
  };

  for (const operation of [fail, async () => Promise.resolve().then(fail)]) {
    const outcome = await captureOutcome(operation);
    expect(() => openOutcome(JSON.parse(JSON.stringify(outcome)), registry)).toThrow(DatabaseError);
    expect(outcome).toMatchObject({ ok: false, error: { cause: { code: 'INVALID_INPUT' } } });
  }
});

it('writes as little as asked', async () => {
  const outcome = await captureOutcome(() => Promise.reject(new DatabaseError('hunter2')), { internal: false });

  expect(JSON.stringify(outcome)).not.toContain('hunter2');
});

test('L19: the class of an error survives a worker thread', async () => {
  const worker = await startFailingWorker();
  try {
    worker.postMessage('7');
    const [failed]: Outcome<number>[] = await once(worker, 'message');
    worker.postMessage('ok');
    const [done]: Outcome<number>[] = await once(worker, 'message');

    expect(done && openOutcome(done, registry)).toBe(42);
    expect(() => failed && openOutcome(failed, registry)).toThrow(DatabaseError);
    expect(() => failed && openOutcome(failed, registry)).toThrow(
      expect.objectContaining({
        message: 'Failed',
        cause: expect.any(TaskNotFoundError),
        context: { password: '[redacted]' },
        remoteStack: expect.stringContaining('DatabaseError: Failed'),
      }),
    );
  } finally {
    await worker.terminate();
  }
});
