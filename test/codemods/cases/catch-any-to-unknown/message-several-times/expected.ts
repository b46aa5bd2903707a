declare function parse(text: string): number;

export function read(text: string): number {
  try {
    return parse(text);
  } catch (e: unknown) { // all of them
    const message = e instanceof Error ? e.message : String(e);
    if (message.includes('empty')) return 0;
    throw new Error(`No number: ${message}`, { cause: e });
  }
}

export function describe(text: string): { message: string; shout: string } | number {
  try {
    return parse(text);
  } catch (e: unknown) {
    const message = e instanceof Error ? e.message : String(e);
    return { message, shout: message.toUpperCase() };
  }
}

export function describeElsewhere(text: string, message: string): string {
  try {
    return String(parse(text));
  } catch (e: unknown) {
    const errorMessage = e instanceof Error ? e.message : String(e);
    return message + errorMessage + errorMessage.length;
  }
}

export function one(text: string): string { try { return String(parse(text)); } catch (e: unknown) { const message = e instanceof Error ? e.message : String(e); return message + message; } }
