import { readFileSync } from 'node:fs';

export class CheckoutTimeoutError extends Error {
  name = 'CheckoutTimeoutError';

  constructor(readonly file: string) {
    super(`no answer for ${readFileSync(file, 'utf8')}`);
  }
}
