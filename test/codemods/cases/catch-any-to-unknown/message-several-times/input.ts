declare function parse(text: string): number;

export function read(text: string): number {
  try {
    return parse(text);
  } catch (e: any) { // all of them
    if (e.message.includes('empty')) return 0;
    throw new Error(`No number: ${e.message}`, { cause: e });
  }
}

export function describe(text: string): { message: string; shout: string } | number {
  try {
    return parse(text);
  } catch (e: any) {
    return { message: e.message, shout: e.message.toUpperCase() };
  }
}

export function describeElsewhere(text: string, message: string): string {
  try {
    return String(parse(text));
  } catch (e: any) {
    return message + e.message + e.message.length;
  }
}

export function one(text: string): string { try { return String(parse(text)); } catch (e: any) { return e.message + e.message; } }
