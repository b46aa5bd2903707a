/** Yields a part and fails once it had the time to reach the client. */
export async function* failAfter(part: string): AsyncGenerator<string> {
  yield part;
  await new Promise((resolve) => setImmediate(resolve));
  throw new Error('Half-way');
}
