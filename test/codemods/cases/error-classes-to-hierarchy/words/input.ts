export class OrderMissing extends Error {
  override readonly name: string = 'OrderMissing';

  constructor(readonly order: string) {
    super(`Order ${order} not found`);
  }
}
