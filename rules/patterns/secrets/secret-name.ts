import { onceForEach } from '../once-for-each.ts';

/** What decides whether a name stands for a secret. */
export interface SecretNames {
  /** Each pattern as words: `api key`. */
  readonly patterns: readonly (readonly string[])[];
  /** A glance at a text that rules most texts out. */
  readonly glance: RegExp;
}

export const readSecretNames: (patterns: readonly string[]) => SecretNames = onceForEach((patterns) => ({
  patterns: patterns.map(splitName),
  glance: new RegExp(patterns.map((pattern) => splitName(pattern).join('[-_]?')).join('|') || '(?!)', 'i'),
}));

/** Words in front of a secret that make a question or a switch of it: `hasPassword`, `requireToken`. */
const asking =
  /^(?:is|has|have|no|needs?|requires?|with|without|should|can|allow|use|uses|show|hide|missing|invalid|expected|unexpected|get|set|find)$/;

/** Whether the last words of a name are one of the patterns: `userPassword`, `DB_PASSWORD`, `x-api-key`, but not `passwordField`. */
export function isSecretName(name: string, { patterns }: SecretNames): boolean {
  const words = splitName(name);
  if (words.length === 0 || asking.test(words[0] ?? '')) return false;
  return patterns.some(
    (pattern) => endsWith(words, pattern) && !(pattern.join('') === 'token' && !isCredential(words)),
  );
}

/** Words that tell a token that opens something from one of a parser, of a list of pages or of a chain. */
const opening =
  /^(?:access|auth|oauth|authorization|refresh|bearer|id|api|session|csrf|xsrf|jwt|reset|verification|invite|login|security|bot|device|registration|push|deploy|admin|secret|personal|service|signing)$/;

/** Services whose tokens are keys to an account. */
const services =
  /^(?:github|gitlab|bitbucket|npm|pypi|docker|slack|discord|telegram|openai|anthropic|huggingface|hf|vault|stripe|cloudflare|vercel|netlify|sentry)$/;

function isCredential(words: readonly string[]): boolean {
  const before = words.length > 1 ? (words.at(-2) ?? '') : '';
  return opening.test(before) || services.test(before);
}

/** Whether a name is `token` and nothing else, which only the words around it can tell. */
export function isBareToken(name: string, { patterns }: SecretNames): boolean {
  return name.toLowerCase() === 'token' && patterns.some((pattern) => pattern.join('') === 'token');
}

/** Whether a name is one of the cookies of a request, whatever that cookie is called: `req.cookies.session`. */
export function isCookie(dotted: string, { patterns }: SecretNames): boolean {
  return (
    /(?:^|\.)(?:signed)?cookies\.(?!length$)[\w$-]+$/i.test(dotted) &&
    patterns.some((pattern) => pattern.join('') === 'cookie')
  );
}

function endsWith(words: readonly string[], pattern: readonly string[]): boolean {
  const end = words.slice(-pattern.length);
  if (end.length === pattern.length && end.every((word, index) => word === pattern[index])) return true;
  // `apikey` is written as one word as well.
  return words.at(-1) === pattern.join('');
}

function splitName(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}
