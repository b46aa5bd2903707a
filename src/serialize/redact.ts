const placeholder = '[redacted]';

const secretName =
  /authorization|password|passwd|passphrase|secret|api[-_]?key|(?:access|private|signing)[-_]?key|credential|(?:cookie|token|dsn)$/i;

/**
 * Replaces one entry of an object before it is copied.
 *
 * @param value What the entry holds.
 * @param name Its name; `''` for a text on its own.
 */
export type Redactor = (value: unknown, name: string) => unknown;

/**
 * Returns a text with its secrets replaced by `[redacted]`: credentials and query strings of URLs, values behind a telling
 * name (`password=…`, `"api_key": "…"`), authorization and cookie headers, bearer and basic credentials, keys with a known
 * prefix (`sk-…`, `ghp_…`), JSON Web Tokens and long base64. Digests in hexadecimal, UUIDs and paths stay readable.
 *
 * It takes time linear in the length of the text, whatever the text is.
 *
 * @param text A message, a header, a URL or anything else that may end up in a log.
 */
export function redactText(text: string): string {
  return text
    .replace(urlCredentials, `://${placeholder}@`)
    .replace(urlQuery, `$1?${placeholder}`)
    .replace(headerValue, `$1${placeholder}`)
    .replace(namedValue, (_, name: string, quote = '') => `${name}${quote}${placeholder}${quote}`)
    .replace(schemeValue, `$1 ${placeholder}`)
    .replace(knownKey, placeholder)
    .replace(longRun, (run) => (isRandom(run) ? placeholder : run));
}

/** Returns a value without its secrets, the default of everything that redacts; a telling name hides the whole value. */
export const redactEntry: Redactor = (value, name) => {
  if (secretName.test(name) && value !== undefined && value !== null) return placeholder;
  return typeof value === 'string' ? redactText(value) : value;
};

/** Returns a value as it is: the redactor for data that never leaves a process of yours. */
export const keepEntry: Redactor = (value) => value;

// Counted repetitions keep every pattern linear. A password may hold a slash, but what follows a port is a path.
const urlCredentials = /:\/\/(?:[^\s/?#]{0,256}|[^\s/:@]{0,256}:(?!\d{1,5}\/)[^\s"'<>]{0,256})@/g;
const urlQuery = /(:\/\/[^\s?"'<>]{1,512})\?[^\s"'<>]+/g;
const headerValue =
  /((?:authorization|cookie)\\?["']?\s{0,4}[:=](?!\s{0,4}\\?["']?\[redacted)\s{0,4}\\?["']?)[^\r\n"'\\]+/gi;

// `password: Too short` is prose: behind a colon and a space, a word that another word follows is no secret.
const namedValue =
  /((?:password|passwd|passphrase|secret|api[-_]?key|(?:access|private|signing)[-_]?key|token)\\?["']?(?:=|:(?!\s{1,4}[a-z]{1,40}[,.]?\s{1,4}[a-z])\s{0,4}))(?:(\\?["'])[^"'\r\n\\]*\2|(?!\[redacted)[^\s"'&;,})\]]+)/gi;
const schemeValue = /\b(bearer|basic|Bearer|Basic|BEARER|BASIC)\s{1,4}(?=\S{1,40}[\dA-Z_=])[\w+/.~=-]{6,}/g;

const knownKey =
  /\b(?:[spr]k[-_][\w*-]{6,}|gh[a-z]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{8,}|(?:AKIA|ASIA)[0-9A-Z]{12,}|AIza[\w-]{30,}|(?:hf|gsk|npm)_\w{16,}|eyJ[\w-]{8,}\.[\w.-]+)/g;
const longRun = /[\w+/-]{40,}={0,2}/g;

function isRandom(run: string): boolean {
  const isPath = /\/[a-z_]{3,}\//.test(run);
  return !isPath && /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run);
}
