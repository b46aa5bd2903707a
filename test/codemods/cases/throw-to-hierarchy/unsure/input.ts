export function step(queue: string[]): string {
  const next = queue.shift();
  if (next === 'stop') throw new Error('something went wrong');
  return next ?? '';
}

export function reach(host: string, isReachable: boolean): void {
  if (!isReachable) throw new Error(`Connection to ${host} was reset`);
}
