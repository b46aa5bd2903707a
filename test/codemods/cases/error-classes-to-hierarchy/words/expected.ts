import { TaskNotFoundError } from '@octollm/errors';

export class OrderMissing extends TaskNotFoundError {
  override readonly name: string = 'OrderMissing';

  constructor(readonly order: string) {
    super(`Order ${order} not found`);
  }
}
