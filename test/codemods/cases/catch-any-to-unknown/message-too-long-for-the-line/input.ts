declare function parse(text: string): number;

export function read(text: string): number {
  try {
    return parse(text);
  } catch (e: any) {
    throw new Error(`Could not read a number: ${e.message}`, { cause: e });
  }
}
