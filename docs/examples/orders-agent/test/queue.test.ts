import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArmRegistry } from '../src/queue/arms.js';
import { TaskQueue } from '../src/queue/queue.js';
import { Worker, type WorkerOptions } from '../src/queue/worker.js';
import type { Task } from '../src/types.js';
import { temporaryDirectory } from './support.js';

function setUp(run: (task: Task, signal: AbortSignal) => Promise<unknown>, options: WorkerOptions = {}) {
  const queue = new TaskQueue(3);
  const arms = new ArmRegistry();
  arms.add({ name: 'arm', capabilities: ['triage'], maxConcurrent: 1, run });
  return { queue, arms, worker: new Worker(queue, arms, options) };
}

describe('TaskQueue', () => {
  it('gives tasks in order', () => {
    const queue = new TaskQueue(3);
    queue.enqueue('triage', 'ord_1');
    queue.enqueue('triage', 'ord_2');
    expect([queue.take()?.orderId, queue.take()?.orderId, queue.take()]).toEqual(['ord_1', 'ord_2', undefined]);
  });

  it('refuses more than it can hold', () => {
    const queue = new TaskQueue(1);
    queue.enqueue('triage', 'ord_1');
    expect(() => queue.enqueue('triage', 'ord_2')).toThrow(/capacity exceeded/i);
  });

  it('cancels what has not begun', () => {
    const queue = new TaskQueue(3);
    const first = queue.enqueue('triage', 'ord_1');
    const second = queue.enqueue('triage', 'ord_2');
    queue.cancel(second.id);
    queue.take();
    expect(second.status).toBe('cancelled');
    expect(() => queue.cancel(first.id)).toThrow(/running/);
    expect(() => queue.get('task_9')).toThrow(/task_9 not found/);
  });
});

describe('Worker', () => {
  it('keeps the result of a task', async () => {
    const { queue, worker } = setUp(async (task) => `triaged ${task.orderId}`);
    const task = queue.enqueue('triage', 'ord_1');
    expect(await worker.processOne()).toBe(true);
    expect(task).toMatchObject({ status: 'done', result: 'triaged ord_1', attempts: 1 });
    expect(await worker.processOne()).toBe(false);
  });

  it('tries again after a passing failure', async () => {
    let calls = 0;
    const { queue, worker } = setUp(async () => {
      calls++;
      if (calls < 3) throw new Error('Payment API is unreachable');
      return calls;
    });
    const task = queue.enqueue('triage', 'ord_1');
    expect(await worker.drain()).toBe(3);
    expect(task).toMatchObject({ status: 'done', attempts: 3 });
  });

  it('gives up at once when trying again cannot help', async () => {
    const { queue, worker } = setUp(() => Promise.reject(new Error('Order ord_1 not found')));
    const task = queue.enqueue('triage', 'ord_1');
    await worker.drain();
    expect(task).toMatchObject({ status: 'failed', attempts: 1, error: 'Order ord_1 not found' });
  });

  it('says that no arm can do the task', async () => {
    const { queue, worker } = setUp(async () => 'never');
    const task = queue.enqueue('invoice', 'ord_1');
    await worker.drain();
    expect(task.error).toMatch(/no arm available with capabilities: invoice/i);
  });

  it('stops a task at its deadline', async () => {
    let aborted = false;
    const { queue, worker } = setUp(
      (_, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => (aborted = true));
        }),
      { taskTimeoutMs: 20, maxAttempts: 1 },
    );
    const task = queue.enqueue('triage', 'ord_1');
    await worker.drain();
    expect(task.error).toMatch(/timed out/);
    expect(aborted).toBe(true);
  });

  it('writes failed tasks to the dead letter file', async () => {
    const deadLetterFile = join(await temporaryDirectory(), 'dead.jsonl');
    const { queue, worker } = setUp(() => Promise.reject(new Error('broken')), { deadLetterFile });
    queue.enqueue('triage', 'ord_1');
    await worker.drain();
    expect(JSON.parse(await readFile(deadLetterFile, 'utf8'))).toMatchObject({ orderId: 'ord_1', message: 'broken' });
  });

  it('goes on when the dead letter file cannot be written', async () => {
    const { queue, worker } = setUp(() => Promise.reject(new Error('broken')), { deadLetterFile: '/nonexistent/dead' });
    const task = queue.enqueue('triage', 'ord_1');
    expect(await worker.drain()).toBe(1);
    expect(task.status).toBe('failed');
  });

  it('runs until it is stopped', async () => {
    const { queue, worker } = setUp(async () => 'ok', { idleMs: 5 });
    const controller = new AbortController();
    const running = worker.run(controller.signal);
    queue.once('done', () => controller.abort());
    const task = queue.enqueue('triage', 'ord_1');
    await running;
    expect(task.status).toBe('done');
  });
});

describe('ArmRegistry', () => {
  it('is busy while an arm works', async () => {
    let release = () => {};
    const { queue, arms } = setUp(() => new Promise<void>((resolve) => (release = resolve)));
    const arm = arms.find('triage');
    const running = arms.run(arm, queue.enqueue('triage', 'ord_1'), new AbortController().signal);
    expect(() => arms.find('triage')).toThrow(/busy/);
    release();
    await running;
    expect(arms.find('triage')).toBe(arm);
  });
});
