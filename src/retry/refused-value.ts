import type { Classification } from '../classify/classification.ts';
import { toClassification } from '../classify/finding.ts';
import { readProperty } from '../errors/read-property.ts';

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
  readonly classification: Classification;

  constructor(value: unknown, refusal: true | Classification) {
    this.value = value;
    this.classification = refusal === true ? harmless : refusal;
  }
}

/** Tells a refused value from anything that was thrown: a proxy may resist `instanceof`. */
export function isRefusedValue(thrown: unknown): thrown is RefusedValue {
  return readProperty(thrown, 'constructor') === RefusedValue;
}
