import { OctoLLMError } from '@octollm/errors';

export class PrinterJam extends OctoLLMError {
  override name = 'PrinterJam';

  constructor(message: string) {
    super(message);
  }
}

export class PaperJam extends OctoLLMError {
  override name = 'PaperJam';

  constructor(message: string) {
    super(message);
    // Babel lost the prototype here once.
    Object.setPrototypeOf(this, PaperJam.prototype);

    Object.freeze(this);
  }
}
