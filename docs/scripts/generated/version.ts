import manifest from '../../../rules/package.json' with { type: 'json' };

/** The module that tells the plugin its own version, which its bundle cannot read from package.json. */
export function createVersion(): string {
  return `export const version: string = '${manifest.version}';\n`;
}
