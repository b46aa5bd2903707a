import { InvalidArgumentError } from 'commander';

/** Takes an option that may be given several times. */
export function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

/** Takes an option that may be given several times, and with several names between commas. */
export function collectNames(value: string, previous: readonly string[]): string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...previous, ...names.filter((name) => name !== '')];
}

export function readCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 0 up.');
  return Number(value);
}

export function readJobs(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 up.');
  return Number(value);
}
