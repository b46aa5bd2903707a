import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { Task, TaskKind } from '../types.js';

/** First in, first out. Emits `queued`, `done` and `failed` with the task. */
export class TaskQueue extends EventEmitter {
  private tasks = new Map<string, Task>();
  private waiting: string[] = [];

  constructor(private capacity: number) {
    super();
  }

  get length(): number {
    return this.waiting.length;
  }

  enqueue(kind: TaskKind, orderId: string): Task {
    if (this.waiting.length >= this.capacity) {
      throw new Error(`Queue capacity exceeded: ${this.capacity} tasks are waiting`);
    }
    const task: Task = { id: `task_${randomUUID()}`, kind, orderId, attempts: 0, status: 'queued' };
    this.tasks.set(task.id, task);
    this.waiting.push(task.id);
    this.emit('queued', task);
    return task;
  }

  take(): Task | undefined {
    const id = this.waiting.shift();
    if (id === undefined) return undefined;
    const task = this.get(id);
    task.status = 'running';
    task.attempts++;
    return task;
  }

  get(id: string): Task {
    const task = this.tasks.get(id);
    if (!task) {
      throw new Error(`Task ${id} not found`);
    }
    return task;
  }

  complete(id: string, result: unknown): void {
    const task = this.running(id);
    task.status = 'done';
    task.result = result;
    this.emit('done', task);
  }

  fail(id: string, message: string): void {
    const task = this.running(id);
    task.status = 'failed';
    task.error = message;
    this.emit('failed', task);
  }

  retry(id: string): void {
    const task = this.running(id);
    task.status = 'queued';
    this.waiting.push(id);
  }

  cancel(id: string): void {
    const task = this.get(id);
    if (task.status === 'running') {
      throw new Error(`Conflict: task ${id} is running already`);
    }
    task.status = 'cancelled';
    this.waiting = this.waiting.filter((other) => other !== id);
  }

  private running(id: string): Task {
    const task = this.get(id);
    if (task.status !== 'running') {
      throw new Error(`Internal error: task ${id} is ${task.status}, not running`);
    }
    return task;
  }
}
