class Error2 extends Error {}

export function check(id: string): void {
  if (id === '') throw new TypeError('The id is required');
  if (id === '-') throw new Error2('The id is required');
  console.log(new Error('The id is required').stack);
}
