declare function parse(text: string): number;
declare function report(text: string): void;

export function read(text: string): number {
  try {
    return parse(text);
  } catch (e: unknown) {
    report(e instanceof Error ? e.message : String(e));
    return 0;
  }
}

export function readOr(text: string): string {
  try {
    return String(parse(text));
  } catch (e: unknown) {
    return (e instanceof Error && e.message) || 'no message';
  }
}

export function readNullish(text: string): string {
  try {
    return String(parse(text));
  } catch (e: unknown) {
    return e instanceof Error ? e.message : 'no message';
  }
}

export function readAnyhow(text: string): string {
  try {
    return String(parse(text));
  } catch (e: unknown) {
    return e instanceof Error ? e.message : String(e);
  }
}

export function readInText(text: string): string {
  try {
    return String(parse(text));
  } catch (e: unknown) {
    return `No number: ${e instanceof Error ? e.message : e}`;
  }
}

export function readTested(text: string): number {
  try {
    return parse(text);
  } catch (e: unknown) {
    if (e instanceof Error && e.message?.includes('empty')) return 0;
    throw e;
  }
}
