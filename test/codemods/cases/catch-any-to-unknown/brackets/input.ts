declare function run(): void;

export function tryToRun(isQuiet: boolean): boolean {
  try {
    run();
  } catch (e: any) {
    return isQuiet && e.code === 'A';
  }
  return false;
}

export function either(isQuiet: boolean): boolean {
  try {
    run();
  } catch (e: any) {
    return isQuiet || !(e.code === 'A') || e.message.length > 3;
  }
  return false;
}

export function both(isQuiet: boolean): boolean {
  try {
    run();
  } catch (e: any) {
    return isQuiet && e.code !== 'A';
  }
  return false;
}
