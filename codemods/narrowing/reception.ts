/** Whether a place takes a value of type `unknown`: certainly, by all that names tell, or not as far as one can see. */
export type Reception =
  | { readonly kind: 'certain' | 'likely'; readonly what?: never }
  /** What happens to the value there, to go behind its name: `is returned`. */
  | { readonly kind: 'doubtful'; readonly what: string };

export const certain: Reception = { kind: 'certain' };
export const likely: Reception = { kind: 'likely' };

export function doubtful(what: string): Reception {
  return { kind: 'doubtful', what };
}

/** The least sure of several. */
export function combine(receptions: readonly Reception[]): Reception {
  return (
    receptions.find(({ kind }) => kind === 'doubtful') ?? receptions.find(({ kind }) => kind === 'likely') ?? certain
  );
}
