declare function parse(text: string): number;

export function read(text: string): number {
  try {
    return parse(text);
  } catch (e: unknown) {
    const message = e instanceof Error ? e.message : String(e);
    throw new Error(`Could not read a number: ${message}`, { cause: e });
  }
}
