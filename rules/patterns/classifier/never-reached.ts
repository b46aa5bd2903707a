/** Wording, in a message or a comment, of a place that correct code never gets to. */
export const neverReached: RegExp =
  /\b(?:should|must|can?|could|wo|will|does)(?:n['’]t| ?not| never) (?:ever )?(?:happen|occur|be (?:here|reached|possible|thrown)|get here|reach)\b/i;
