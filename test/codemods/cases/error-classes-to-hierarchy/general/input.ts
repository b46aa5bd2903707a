export class CheckoutFailed extends Error {}

export function fail(): never {
  throw new CheckoutFailed('nothing in the cart');
}
