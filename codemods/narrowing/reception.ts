/** Whether a place takes a value of type `unknown`: certainly, by all that names tell, once it is an error, or not as far as one can see. */
export type Reception =
  | { readonly kind: 'certain' | 'likely' | 'error'; readonly what?: never }
  /** What happens to the value there, to go behind its name: `is returned`. */
  | { readonly kind: 'doubtful'; readonly what: string };

export const certain: Reception = { kind: 'certain' };
export const likely: Reception = { kind: 'likely' };
/** The place wants an `Error`. */
export const asError: Reception = { kind: 'error' };

export function doubtful(what: string): Reception {
  return { kind: 'doubtful', what };
}

/** For what is no longer the error itself, and so cannot be made one. */
export function withoutError(reception: Reception): Reception {
  return reception.kind === 'error' ? doubtful('is used as an error') : reception;
}

/** The least sure of several. */
export function combine(receptions: readonly Reception[]): Reception {
  return (
    receptions.find(({ kind }) => kind === 'doubtful') ?? receptions.find(({ kind }) => kind === 'likely') ?? certain
  );
}
