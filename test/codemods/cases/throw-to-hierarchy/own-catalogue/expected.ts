import { ShopClosedError } from '@acme/errors';

export function sell(shop: string, isOpen: boolean): void {
  if (!isOpen) throw new ShopClosedError(`The shop is closed: ${shop}`);
}
