export function step(queue: string[]): string {
  const next = queue.shift();
  if (next === 'stop') throw new Error('something went wrong');
  return next ?? '';
}
