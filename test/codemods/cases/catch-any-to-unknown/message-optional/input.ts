declare function parse(text: string): number;
declare function report(text: string): void;

export function read(text: string): number {
  try {
    return parse(text);
  } catch (e: any) {
    report(e?.message);
    return 0;
  }
}

export function readOr(text: string): string {
  try {
    return String(parse(text));
  } catch (e: any) {
    return e?.message || 'no message';
  }
}

export function readNullish(text: string): string {
  try {
    return String(parse(text));
  } catch (e: any) {
    return e?.message ?? 'no message';
  }
}

export function readAnyhow(text: string): string {
  try {
    return String(parse(text));
  } catch (e: any) {
    return e.message ?? String(e);
  }
}

export function readInText(text: string): string {
  try {
    return String(parse(text));
  } catch (e: any) {
    return `No number: ${e.message ?? e}`;
  }
}

export function readTested(text: string): number {
  try {
    return parse(text);
  } catch (e: any) {
    if (e?.message?.includes('empty')) return 0;
    throw e;
  }
}
