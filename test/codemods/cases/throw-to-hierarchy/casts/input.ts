interface CodedError extends Error {
  code: number;
}

export function check(id: string): void {
  if (id === '') throw new Error('The id is required') as CodedError;
  if (id === '-') {
    const error: CodedError = Object.create(new Error('x'));
    throw error;
  }
  if (id === '+') throw new Error('The id is invalid: it must be a number') as Error;
}
