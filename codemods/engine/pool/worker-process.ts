import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getCompileCacheEnvironment } from './compile-cache.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** How a batch ended: done, or the worker died over it. */
export type BatchEnd = { readonly isDone: true } | { readonly isDone: false; readonly death: string };

export interface WorkerOptions {
  /** The module that a worker runs. */
  readonly entry: URL;
  /** How long a worker may be silent over one batch before it counts as hung, in milliseconds. */
  readonly silenceMs: number;
}

/** Young objects of a syntax tree live for one file; a larger nursery frees them without promoting them first. */
const heapOptions = ['--min-semi-space-size=32', '--max-semi-space-size=32'];

/** One worker process and the batch that it is at. A process, not a thread: a parser that overflows its stack takes a whole process with it. */
export class WorkerProcess<Task, Setup, FileRecord> {
  readonly #process: ChildProcess;
  readonly #silenceMs: number;
  #onRecord: (record: FileRecord) => void = () => undefined;
  #finish: ((end: BatchEnd) => void) | undefined;
  #silence: NodeJS.Timeout | undefined;
  #hasStarted = false;
  #isHung = false;
  #isDead = false;
  #complaint = '';

  /** Starts the process, which loads its module while nobody has told it yet what to do. */
  constructor(options: WorkerOptions) {
    this.#silenceMs = options.silenceMs;
    this.#process = fork(fileURLToPath(options.entry), [], {
      execArgv: [...heapOptions, ...getLoader(options.entry)],
      env: { ...process.env, ...getCompileCacheEnvironment() },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-4_000);
    });
    this.#process.on('message', (message: FromWorker<FileRecord>) => this.#receive(message));
    this.#process.on('error', (error) => this.#die(error.message));
    this.#process.on('exit', (code, signal) => this.#die(this.#describeExit(code, signal)));
  }

  /** Tells it what is the same for all files, which comes before the first batch. */
  setUp(setup: Setup, onRecord: (record: FileRecord) => void): void {
    this.#onRecord = onRecord;
    this.#send({ type: 'setup', setup });
  }

  /** Whether the worker has come up: one that dies before would die again. */
  get hasStarted(): boolean {
    return this.#hasStarted;
  }

  /** Whether it is gone, be it while it had nothing to do. */
  get isDead(): boolean {
    return this.#isDead;
  }

  /** The last words of the worker on its standard error. */
  get complaint(): string {
    return this.#complaint;
  }

  run(batch: readonly Task[]): Promise<BatchEnd> {
    return new Promise((resolve) => {
      this.#finish = resolve;
      if (this.#hasStarted) this.#listen();
      this.#send({ type: 'batch', tasks: batch });
    });
  }

  stop(): void {
    clearTimeout(this.#silence);
    this.#process.kill();
  }

  #send(message: ToWorker<Task, Setup>): void {
    // A worker that is gone answers with its exit, which the batch ends with.
    this.#process.send(message, () => undefined);
  }

  #receive(message: FromWorker<FileRecord>): void {
    this.#hasStarted = true;
    this.#listen();
    if (message.type === 'ready') return;
    message.records.forEach(this.#onRecord);
    this.#end({ isDone: true });
  }

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#isHung = true;
      this.#process.kill('SIGKILL');
    }, this.#silenceMs);
  }

  #die(death: string): void {
    this.#isDead = true;
    this.#end({ isDone: false, death });
  }

  #end(end: BatchEnd): void {
    clearTimeout(this.#silence);
    const finish = this.#finish;
    this.#finish = undefined;
    finish?.(end);
  }

  #describeExit(code: number | null, signal: string | null): string {
    if (this.#isHung) return `it was silent for ${this.#silenceMs / 1_000} s`;
    return signal ? `it was ended by ${signal}` : `it exited with code ${code}`;
  }
}

/** A worker in TypeScript, as the sources of this project run it, needs the loader that its parent has. */
function getLoader(entry: URL): string[] {
  if (!entry.pathname.endsWith('.ts')) return [];
  const loader = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(loader).href, '--conditions', '@octollm/source'];
}
