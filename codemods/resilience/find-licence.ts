const head = /^\uFEFF?(?:#!.*\s+)?((?:\/\/.*\n?)+|\/\*[^]*?\*\/)/;

/** The comment at the head of a file that tells its licence: a new file of the project has to carry it as well. */
export function findLicence(text: string): string | undefined {
  const comment = head.exec(text.replaceAll('\r\n', '\n'))?.[1]?.trimEnd();
  return comment !== undefined && /\b(?:copyright|licen[cs]ed?|spdx)\b/i.test(comment) ? comment : undefined;
}
