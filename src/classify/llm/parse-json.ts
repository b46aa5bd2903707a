/** Longer answers are pages of a proxy or dumps, never the error object of a provider. */
const longestAnswer = 65_536;

/** Parses the JSON object in a text that may have a prefix, such as `400 {"error": ...}`; `undefined` without one. */
export function parseJson(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > longestAnswer || !text.includes('{')) return undefined;
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    // expected: most messages are plain text.
    return undefined;
  }
}
