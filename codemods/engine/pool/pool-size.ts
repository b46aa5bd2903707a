import { availableParallelism } from 'node:os';

/** Below this many files a second process costs more to start than it saves. */
export const filesWorthSharing = 200;
const maxJobs = 8;

/** How long a worker may be silent over one batch before it counts as hung, in milliseconds. */
export const silenceMs = 120_000;

/** How many processes share so many files when nobody says. */
export function getDefaultJobs(files: number): number {
  return files < filesWorthSharing ? 1 : Math.min(availableParallelism(), maxJobs);
}

/** The module of this folder that a worker runs: in TypeScript from the sources, else as it was built. */
export function getWorkerEntry(name: string): URL {
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
  return new URL(`./${name}${extension}`, import.meta.url);
}
