export function check(id: string): void {
  if (id === '') throw new Error('The id is required');
}

export function isPlain(error: Error): boolean {
  return error.name === 'Error';
}
