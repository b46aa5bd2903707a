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

export function readOr(text: string): number | string {
  try {
    return parse(text);
  } catch (e: unknown) {
    return `No number: ${e instanceof Error ? e.message : String(e)}`;
  }
}

export function readLower(text: string): number {
  try {
    return parse(text);
  } catch (e: unknown) {
    report((e instanceof Error ? e.message : String(e)).toLowerCase());
    return 0;
  }
}

export function readCalm(text: string): number {
  try {
    return parse(text);
  } catch (e: unknown) {
    const isEmpty = e instanceof Error && e.message === 'empty';
    return isEmpty ? 0 : 1;
  }
}
