export function sell(shop: string, isOpen: boolean): void {
  if (!isOpen) throw new Error(`The shop is closed: ${shop}`);
}
