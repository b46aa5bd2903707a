import { WorkerProcess, type WorkerOptions } from './worker-process.ts';

/** Workers that come up while it is still being found out what they will do. Whoever makes a reserve stops it in the end. */
export class WorkerReserve<Task, Setup, FileRecord> {
  readonly #options: WorkerOptions;
  #waiting: WorkerProcess<Task, Setup, FileRecord>[] = [];

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** Starts workers until so many wait. */
  fill(count: number): void {
    while (this.#waiting.length < count) this.#waiting.push(new WorkerProcess(this.#options));
  }

  /** Hands out a worker that waits, or starts one. */
  take(): WorkerProcess<Task, Setup, FileRecord> {
    for (let worker = this.#waiting.shift(); worker; worker = this.#waiting.shift()) if (!worker.isDead) return worker;
    return new WorkerProcess(this.#options);
  }

  /** Ends those that nobody took. */
  stop(): void {
    for (const worker of this.#waiting) worker.stop();
    this.#waiting = [];
  }
}
