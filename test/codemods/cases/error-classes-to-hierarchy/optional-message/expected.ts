import { OctoLLMError } from '@octollm/errors';

export class Stalled extends OctoLLMError {
  override name = 'Stalled';

  constructor(message?: string) {
    super(message ?? '');
  }
}

export class Halted extends OctoLLMError {
  override name = 'Halted';
  declare code: string;

  constructor(code: string) {
    super('');
    this.message = `halted: ${code}`;
  }
}
