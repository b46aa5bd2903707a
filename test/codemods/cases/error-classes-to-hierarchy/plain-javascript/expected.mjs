import { OctoLLMError } from '@octollm/errors';

export class Unplugged extends OctoLLMError {
  name = 'Unplugged';

  constructor(message, options) {
    super(message, options);
    this.plug = 1;
  }
}
