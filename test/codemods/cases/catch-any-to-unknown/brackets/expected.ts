declare function run(): void;

export function tryToRun(isQuiet: boolean): boolean {
  try {
    run();
  } catch (e: unknown) {
    return isQuiet && typeof e === 'object' && e !== null && 'code' in e && e.code === 'A';
  }
  return false;
}

export function either(isQuiet: boolean): boolean {
  try {
    run();
  } catch (e: unknown) {
    const message = e instanceof Error ? e.message : String(e);
    return isQuiet || !(typeof e === 'object' && e !== null && 'code' in e && e.code === 'A') || message.length > 3;
  }
  return false;
}

export function both(isQuiet: boolean): boolean {
  try {
    run();
  } catch (e: unknown) {
    return isQuiet && (!(typeof e === 'object' && e !== null && 'code' in e) || e.code !== 'A');
  }
  return false;
}
