/** One stretch of the text that an error is created with: fixed text, or the expression that fills a placeholder. */
export interface MessagePart {
  readonly kind: 'text' | 'placeholder';
  readonly value: string;
}

/** A test that decided to throw; the nearest comes first, and then the one around it. */
export interface Guard {
  /** The source text of the tested expression. */
  readonly text: string;
  /** Dotted names in it: `response.ok`, `this.closed`, `options.limit`. */
  readonly names: readonly string[];
  /** Where the tested names come from: callee names (`store.get`), `parameter`, `process.env`, `this`. */
  readonly origins: readonly string[];
  /** Dotted names of the calls in the test itself: `isValid`, `seen.has`. */
  readonly calls: readonly string[];
  /** What is asked of the value. */
  readonly asks: readonly GuardQuestion[];
  /** Whether the throw stands where the test failed: an `else`, a `default`, behind an `if` that returns. */
  readonly otherwise: boolean;
}

export type GuardQuestion =
  | 'absence'
  | 'presence'
  | 'type'
  | 'comparison'
  | 'size'
  | 'membership'
  | 'pattern'
  | 'predicate'
  | 'flag'
  | 'choice'
  | 'failure';

/**
 * What a reader would take from the place where an error is created, without its syntax tree:
 * the classifier decides on this description alone, so a code base in another syntax can use it too.
 */
export interface ThrowSite {
  readonly message: readonly MessagePart[];
  readonly guards: readonly Guard[];
  /** Dotted names of the calls whose failure this is: those in the `try` of a catch, the awaited call that is tested. */
  readonly callees: readonly string[];
  /** The call this runs in as a callback, with the event it waits for: `setTimeout`, `socket.on error`. */
  readonly callbackOf: readonly string[];
  readonly functionName: string;
  readonly className: string;
  readonly parameters: readonly string[];
  readonly filePath: string;
  /** HTTP statuses that the guards compare with. */
  readonly statuses: readonly number[];
  /** System and provider codes in the guards, such as `ENOENT`, and classes of `instanceof` tests. */
  readonly codes: readonly string[];
  readonly caught: boolean;
  /** Whether the function does nothing else. */
  readonly isWholeBody: boolean;
}
