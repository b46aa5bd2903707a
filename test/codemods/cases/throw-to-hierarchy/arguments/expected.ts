import { SerializationError } from '@octollm/errors';

declare const options: { cause: unknown };

export function load(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error: any) {
    if (text === '') throw new Error('Failed to parse the answer', error);
    if (text === '-') throw new Error('Failed to parse the answer', error.message);
    throw new SerializationError('Failed to parse the answer', options);
  }
}
