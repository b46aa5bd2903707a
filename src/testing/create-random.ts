/**
 * Creates a source of randomness that returns the same numbers on every run, to be injected where code takes `random`:
 * jitter, flaky calls, sampling. It is the generator Mulberry32 by Tommy Ettinger, and no good for secrets.
 *
 * @param seed Any number; equal seeds give equal sequences.
 * @returns A function that returns numbers from 0 up to, but not including, 1.
 */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
