import type { CatalogEntry } from '@octollm/errors/catalog';

export const messageStyles = ['concise', 'teaching'] as const;

/** Whether a message only says what is wrong and what to do, or also why and how. */
export type MessageStyle = (typeof messageStyles)[number];

/** `settings.octollm`, shared by all rules; every part is optional there and complete here. */
export interface OctollmSettings {
  /** Module that a suggested class is imported from. */
  readonly errorModule: string;
  /** The hierarchy that suggestions are taken from. */
  readonly catalog: readonly CatalogEntry[];
  /** Functions that make a wrapping error out of a caught one: the cause is kept. */
  readonly errorFactories: readonly string[];
  /** Functions that turn an unknown thrown value into an Error and keep its identity. */
  readonly normalizers: readonly string[];
  /** Objects and functions that log: `console`, `logger`, `*.log`. */
  readonly loggers: readonly string[];
  /** Calls that report an error to a monitoring service. */
  readonly reporters: readonly string[];
  /** Predicates that narrow a caught value. */
  readonly guards: readonly string[];
  /** Globs of files in which errors are thrown and dropped to test for them. */
  readonly testGlobs: readonly string[];
  readonly messageStyle: MessageStyle;
}

export interface SettingsInput extends Partial<Omit<OctollmSettings, 'catalog'>> {
  /** The catalogue itself, or the path of a JSON file that holds it, relative to the working directory. */
  readonly catalog?: readonly unknown[] | string;
}
