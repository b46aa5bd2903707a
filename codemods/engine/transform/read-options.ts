import { ConfigurationError } from '@octollm/errors/errors';
import { findNearestNames } from '../audit/nearest-names.ts';
import type { ChosenOptions, CodemodOption, OptionValue } from './codemod-options.ts';
import type { CodemodInfo } from './codemod.ts';

/**
 * Validates what was chosen for a codemod.
 *
 * @param path how messages name the place: `codemods.add-cause`
 * @throws ConfigurationError that names the option, what it is and what it must be
 */
export function readOptions(
  { name, options = [] }: Pick<CodemodInfo, 'name' | 'options'>,
  chosen: Readonly<Record<string, unknown>>,
  path: string,
): ChosenOptions {
  const known = new Map(options.map((option) => [option.name, option]));
  const entries = Object.entries(chosen).map(([key, value]) => {
    const option = known.get(key);
    if (!option) throw new ConfigurationError(describeUnknown(name, [...known.keys()], `${path}.${key}`, key));
    return [key, readValue(option, value, `${path}.${key}`)] as const;
  });
  return Object.fromEntries(entries);
}

function readValue(option: CodemodOption, value: unknown, path: string): OptionValue {
  const { choices, range } = option;
  if (choices) {
    const choice = choices.find((one) => one === value);
    if (choice !== undefined) return choice;
    throw invalid(path, value, `one of ${choices.map((one) => JSON.stringify(one)).join(', ')}`);
  }
  if (range) {
    const [least, greatest] = range;
    if (typeof value === 'number' && value >= least && value <= greatest) return value;
    throw invalid(path, value, `a number from ${least} to ${greatest}`);
  }
  if (isValue(value) && typeof value === typeof option.default) return value;
  throw invalid(path, value, `a ${typeof option.default}`);
}

function isValue(value: unknown): value is OptionValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function invalid(path: string, value: unknown, expected: string): ConfigurationError {
  return new ConfigurationError(`Invalid \`${path}\`: it is ${JSON.stringify(value)}, and must be ${expected}.`);
}

function describeUnknown(codemod: string, known: readonly string[], path: string, key: string): string {
  if (known.length === 0) return `Unknown option \`${path}\`: \`${codemod}\` has no options.`;
  const [nearest] = findNearestNames(key, known);
  const hint = nearest === undefined ? `the known ones are ${known.join(', ')}.` : `did you mean \`${nearest}\`?`;
  return `Unknown option \`${path}\`: ${hint}`;
}
