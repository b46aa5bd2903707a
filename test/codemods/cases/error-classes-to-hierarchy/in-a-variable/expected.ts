import { OctoLLMError } from '@octollm/errors';

const Vanished = class extends OctoLLMError {
  override name = 'Vanished';
  readonly at = Date.now();
};

export const create = (): Error => new Vanished('it was here a moment ago');
