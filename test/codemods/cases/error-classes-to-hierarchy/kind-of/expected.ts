import { readFileSync } from 'node:fs';
import { TimeoutError } from '@octollm/errors';

export class CheckoutTimeoutError extends TimeoutError {
  name = 'CheckoutTimeoutError';

  constructor(readonly file: string) {
    super(`no answer for ${readFileSync(file, 'utf8')}`);
  }
}
