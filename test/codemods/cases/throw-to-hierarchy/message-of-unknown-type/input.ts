declare function describe(): string | undefined;
declare const response: { ok: boolean; error?: { message?: string } };

const required = 'The name is required';

function explain(field: string): string {
  return `Invalid ${field}: it is required`;
}

export function check(name: string, hint: string, reason?: string): void {
  if (!name) throw new Error(reason);
  if (!response.ok) throw new Error(response.error?.message);
  if (name === 'a') throw new Error(describe());
  if (name === 'b') throw new Error();
  if (name === 'c') throw new Error(required);
  if (name === 'd') throw new Error(explain('name'));
  if (!hint) throw new Error(reason ?? `Invalid name: ${name} must be longer`);
  if (name === 'e') throw new Error('Invalid name: ' + describe());
}

export function explainCaught(error: unknown, known: Error, other: { message?: string }): void {
  if (error instanceof TypeError) throw new Error(error.message);
  if (known) throw new Error(`Invalid name: ${known.message} is required`);
  if (other) throw new Error(other.message);
  throw new Error(error instanceof Error ? error.message : 'The name is required');
}
