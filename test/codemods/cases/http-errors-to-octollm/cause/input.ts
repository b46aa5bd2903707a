import createError from 'http-errors';
import { shop } from './shop.js';

export async function load(): Promise<unknown> {
  try {
    return await shop.load();
  } catch (error) {
    throw createError(502, 'The shop failed');
  }
}

export async function save(): Promise<unknown> {
  try {
    return await shop.save();
  } catch {
    throw createError(
      503,
      'The shop is closed for the day, and nobody knows when it opens again, so please ask tomorrow',
    );
  }
}
