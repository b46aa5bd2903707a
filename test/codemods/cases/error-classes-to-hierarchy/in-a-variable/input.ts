const Vanished = class extends Error {
  readonly at = Date.now();
};

export const create = (): Error => new Vanished('it was here a moment ago');
