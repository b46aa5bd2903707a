export function check(name, reason) {
  if (!name) throw new Error(reason || 'The name is required');
  if (typeof name !== 'string') throw new Error(reason);
}
