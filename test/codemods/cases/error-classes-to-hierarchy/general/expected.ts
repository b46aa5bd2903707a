import { OctoLLMError } from '@octollm/errors';

export class CheckoutFailed extends OctoLLMError {
  override name = 'CheckoutFailed';
}

export function fail(): never {
  throw new CheckoutFailed('nothing in the cart');
}
