export function step(queue: string[]): string {
  if (queue.length === 0) throw new Error('Oops');
  const next = queue.shift();
  if (next === 'stop') throw new Error('something went wrong');
  return next ?? '';
}
