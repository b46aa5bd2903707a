import type { Finding } from '../finding.ts';
import type { TextRule } from './words.ts';

/** Describes how one provider reports failures. */
export interface Provider {
  /** The name in classifications, such as `openai`. */
  readonly name: string;
  /** Fits the host names of its API. */
  readonly host: RegExp;
  /** Headers that only its answers carry, in lower case. */
  readonly headers?: readonly string[];
  /** Fits the names of the error classes of its client. */
  readonly className?: RegExp;
  /** Fits a text, in lower case, that names it. */
  readonly text: RegExp;
  /** What the codes and types in its error bodies mean. */
  readonly codes: Readonly<Record<string, Meaning>>;
  /** Words of its messages that no code stands for. */
  readonly words: readonly TextRule[];
}

/** Says what a code means; a kind alone, where the rest is what is usual for it. */
export type Meaning = Finding['kind'] | (Pick<Finding, 'kind'> & Partial<Finding>);
