import type { Classification } from '../classify/classification.ts';
import { toClassification } from '../classify/finding.ts';

/** Stands for a value that `retryResult` refused where an attempt would throw; nobody outside of the policy sees it. */
export class RefusedValue<T> {
  readonly value: T;
  readonly classification: Classification;

  constructor(value: T, refusal: true | Classification) {
    this.value = value;
    this.classification = refusal === true ? harmless : refusal;
  }
}

/** The meaning of a value that was refused with `true`: the user vouches that calling again is harmless. */
const harmless = /* @__PURE__ */ toClassification({
  kind: 'unavailable',
  sent: 'no',
  confidence: 'typed',
  rule: 'retryResult',
});
