import { appendFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { logger } from '../logger.js';
import type { Task } from '../types.js';
import type { ArmRegistry } from './arms.js';
import type { TaskQueue } from './queue.js';

export interface WorkerOptions {
  maxAttempts?: number;
  taskTimeoutMs?: number;
  idleMs?: number;
  deadLetterFile?: string;
}

export class Worker {
  private maxAttempts: number;
  private taskTimeoutMs: number;
  private idleMs: number;
  private deadLetterFile: string | undefined;

  constructor(
    private queue: TaskQueue,
    private arms: ArmRegistry,
    options: WorkerOptions = {},
  ) {
    this.maxAttempts = options.maxAttempts ?? 3;
    this.taskTimeoutMs = options.taskTimeoutMs ?? 30_000;
    this.idleMs = options.idleMs ?? 250;
    this.deadLetterFile = options.deadLetterFile;
  }

  /** Runs one task, if there is one. */
  async processOne(): Promise<boolean> {
    const task = this.queue.take();
    if (!task) return false;
    try {
      const arm = this.arms.find(task.kind);
      const result = await this.withDeadline(task, (signal) => this.arms.run(arm, task, signal));
      this.queue.complete(task.id, result);
    } catch (e: any) {
      await this.giveUpOrRetry(task, e.message ?? String(e));
    }
    return true;
  }

  async drain(): Promise<number> {
    let count = 0;
    while (await this.processOne()) count++;
    return count;
  }

  async run(signal: AbortSignal): Promise<void> {
    let pause = this.idleMs;
    while (!signal.aborted) {
      try {
        const worked = await this.processOne();
        pause = this.idleMs;
        if (worked) continue;
      } catch (e) {
        logger.error('worker loop failed, backing off', e);
        pause = Math.min(pause * 2, 30_000);
      }
      await sleep(pause, undefined, { signal }).catch((e) => {
        if (!signal.aborted) throw e;
      });
    }
  }

  private async giveUpOrRetry(task: Task, message: string): Promise<void> {
    const transient = /timed out|unreachable|rate limit|busy|HTTP status 5/.test(message);
    if (transient && task.attempts < this.maxAttempts) {
      this.queue.retry(task.id);
      return;
    }
    this.queue.fail(task.id, message);
    if (!this.deadLetterFile) return;
    try {
      await appendFile(this.deadLetterFile, JSON.stringify({ ...task, message }) + '\n');
    } catch (e) {
      // TODO: keep failed tasks somewhere else
    }
  }

  private async withDeadline<T>(task: Task, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        controller.abort('deadline');
        reject(new Error(`Task ${task.id} timed out after ${this.taskTimeoutMs} ms`));
      }, this.taskTimeoutMs);
    });
    try {
      return await Promise.race([work(controller.signal), deadline]);
    } finally {
      clearTimeout(timer);
    }
  }
}
