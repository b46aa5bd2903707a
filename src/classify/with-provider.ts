import type { Classification } from './classification.ts';

/**
 * Returns a copy of a classification with the provider that the caller knows; everything else stays as it is.
 *
 * @param classification What is copied; it is not changed.
 * @param provider Such as `openai`; a blank one leaves the classification as it is.
 */
export function withProvider(classification: Classification, provider: string): Classification {
  const name = provider.trim().toLowerCase();
  return name === '' ? classification : { ...classification, provider: name };
}
