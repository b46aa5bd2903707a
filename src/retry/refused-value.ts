import type { Classification } from '../classify/classification.ts';
import { toClassification } from '../classify/finding.ts';

/** The meaning of a value that was refused with `true`: the user vouches that calling again is harmless. */
const harmless = /* @__PURE__ */ toClassification({
  kind: 'unavailable',
  sent: 'no',
  confidence: 'typed',
  rule: 'retryResult',
});

/** Stands for a value that `retryResult` refused where an attempt would throw; nobody outside of the policy sees it. */
export class RefusedValue {
  readonly value: unknown;
  readonly #refusal: true | Classification;

  constructor(value: unknown, refusal: true | Classification) {
    this.value = value;
    this.#refusal = refusal;
  }

  get classification(): Classification {
    return this.#refusal === true ? harmless : this.#refusal;
  }

  /** Tells a refused value from anything that was thrown: a proxy may resist `instanceof`, but has no private field. */
  static isInstance(thrown: unknown): thrown is RefusedValue {
    return Object(thrown) === thrown && #refusal in Object(thrown);
  }
}
