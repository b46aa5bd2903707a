import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { rolldown } from 'rolldown';

/** Starts a worker thread that answers every message with the outcome of a failing operation. */
export async function startFailingWorker(): Promise<Worker> {
  const input = fileURLToPath(new URL('failing-worker.ts', import.meta.url));
  const build = await rolldown({ input, platform: 'node', resolve: { conditionNames: ['@octollm/source', 'import'] } });
  const { output } = await build.generate({ format: 'cjs' });
  await build.close();
  return new Worker(output[0].code, { eval: true });
}
