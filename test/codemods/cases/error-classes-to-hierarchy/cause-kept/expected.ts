import { OctoLLMError } from '@octollm/errors';

export class ExportBroken extends OctoLLMError {
  override name = 'ExportBroken';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
