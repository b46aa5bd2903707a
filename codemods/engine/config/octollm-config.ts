import type { SettingsInput } from 'eslint-plugin-octollm/patterns';
import type { ChosenOptions } from '../transform/codemod-options.ts';

/** What `octollm.config.ts` may hold; the command line has the last word. */
export interface OctollmConfig {
  /** Codemods by name: `false` leaves one out, an object chooses its options. */
  readonly codemods?: Readonly<Record<string, boolean | ChosenOptions>>;
  /** Patterns as in a `.gitignore`, from the folder of the file: only what matches one is migrated. */
  readonly include?: readonly string[];
  /** Patterns as in a `.gitignore`, from the folder of the file: what matches one is not migrated. */
  readonly exclude?: readonly string[];
  /** What stands under `settings.octollm` in an ESLint configuration. */
  readonly settings?: SettingsInput;
  /** The least confidence that a change needs, from 0 to 1. */
  readonly minimumConfidence?: number;
  /**
   * Formats a text from its standard input to its standard output, with `{file}` where the command takes the name of the file:
   * `prettier --stdin-filepath {file}`. It runs on changed files that were formatted before, and on no others.
   */
  readonly formatter?: string;
  /** The type check of the project for `--verify`, in place of the one that is found: `npx vue-tsc --noEmit`. */
  readonly verify?: string;
}

/** Gives a configuration its type; it does nothing else. */
export function defineConfig(config: OctollmConfig): OctollmConfig {
  return config;
}
