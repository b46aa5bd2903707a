import { OctoLLMError } from '@octollm/errors';

export class ImportBroken extends OctoLLMError {
  name = 'ImportBroken';

  constructor(
    message: string,
    public row: number,
    public original?: unknown,
  ) {
    super(message, { cause: original });
  }
}
