import { InvalidInputError } from '@octollm/errors';

export function check(id: string): void {
  // Nobody should get here without an id.
  if (id === '')
    throw new InvalidInputError(/* shown to users */ 'The id is required'); // really
  if (id.length > 20)
    throw /* too long */ new InvalidInputError(
      'Invalid id: it must have at most 20 characters', // see the schema
    );
}
