declare function parse(text: string): number;
declare function report(text: string): void;

export function read(text: string): number {
  try {
    return parse(text);
  } catch (e: any) {
    report(e.message);
    return 0;
  }
}

export function readOr(text: string): number | string {
  try {
    return parse(text);
  } catch (e: any) {
    return `No number: ${e.message}`;
  }
}

export function readLower(text: string): number {
  try {
    return parse(text);
  } catch (e: any) {
    report(e.message.toLowerCase());
    return 0;
  }
}

export function readCalm(text: string): number {
  try {
    return parse(text);
  } catch (e: any) {
    const isEmpty = e.message === 'empty';
    return isEmpty ? 0 : 1;
  }
}
