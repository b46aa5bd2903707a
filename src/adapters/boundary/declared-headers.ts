/** These follow from the body that is sent, which is not the one that the error knew of. */
const ownHeaders = new Set(['content-type', 'content-length', 'content-encoding', 'transfer-encoding']);

const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Returns the headers that an error brings along, with names in lower case; what no server would send is left out, because
 * a header that is refused must not cost the client its response.
 */
export function readDeclaredHeaders(headers: unknown): Readonly<Record<string, string>> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(Object(headers))) {
    const text = toText(value);
    const key = name.toLowerCase();
    if (text !== undefined && headerName.test(key) && headerValue.test(text) && !ownHeaders.has(key)) sent[key] = text;
  }
  return sent;
}

function toText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
