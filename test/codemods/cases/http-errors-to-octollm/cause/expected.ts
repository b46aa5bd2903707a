import { shop } from './shop.js';
import { ExternalError, ResourceError } from '@octollm/errors';

export async function load(): Promise<unknown> {
  try {
    return await shop.load();
  } catch (error) {
    throw new ExternalError('The shop failed', { cause: error });
  }
}

export async function save(): Promise<unknown> {
  try {
    return await shop.save();
  } catch (error) {
    throw new ResourceError(
      'The shop is closed for the day, and nobody knows when it opens again, so please ask tomorrow',
      { cause: error },
    );
  }
}
