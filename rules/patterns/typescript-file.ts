/** Whether a file is type-checked, by its name: JavaScript has no types to write. */
export function isTypeScriptFile(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}
