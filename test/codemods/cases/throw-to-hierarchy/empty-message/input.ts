export function check(id: unknown, list: unknown[]): void {
  if (typeof id !== 'string') throw new Error('');
  if (id === '') throw new Error(``);
  if (!Array.isArray(list)) throw '...';
  if (list.length === 0) throw new Error('The list must not be empty');
}
