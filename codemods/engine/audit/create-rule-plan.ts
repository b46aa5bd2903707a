import { InvalidInputError } from '@octollm/errors/errors';
import plugin, { type PresetName, type RuleEntry } from 'eslint-plugin-octollm';
import type { RulePlan, RuleSetup } from '../host/rule-plan.ts';
import { findNearestNames } from './nearest-names.ts';

/** Names of the presets of the plugin. */
export const presetNames: readonly string[] = Object.keys(plugin.configs).filter((name) => name !== 'compat');

/** Names of all rules, without the prefix of the plugin. */
export const ruleNames: readonly string[] = Object.keys(plugin.rules);

export interface RuleChoice {
  /** Rules to run, with or without `octollm/`; all when left out. */
  readonly rules?: readonly string[] | undefined;
  readonly preset?: string | undefined;
}

/**
 * Decides which rules run and with which options: without a preset all of them with their defaults, so that they report everything they know.
 *
 * @throws InvalidInputError for an unknown rule or preset, with the names that are close
 */
export function createRulePlan(choice: RuleChoice): RulePlan {
  const setups = choice.preset === undefined ? getDefaultSetups() : getPresetSetups(choice.preset);
  if (!choice.rules || choice.rules.length === 0) return { rules: setups, available: ruleNames };
  const chosen = choice.rules.map(readRuleName);
  const rules: Record<string, RuleSetup> = {};
  for (const name of chosen) {
    const setup = setups[name];
    if (!setup)
      throw new InvalidInputError(
        `The preset \`${choice.preset}\` does not turn the rule \`${name}\` on: leave out \`--preset\` or \`--rule ${name}\`.`,
      );
    rules[name] = setup;
  }
  return { rules, available: chosen };
}

function getDefaultSetups(): Record<string, RuleSetup> {
  return Object.fromEntries(
    Object.entries(plugin.rules).map(([name, rule]): [string, RuleSetup] => [
      name,
      { severity: rule.meta.type === 'problem' ? 'error' : 'warning', options: [] },
    ]),
  );
}

function getPresetSetups(preset: string): Record<string, RuleSetup> {
  if (!isPresetName(preset))
    throw new InvalidInputError(`Unknown preset \`${preset}\`: the known ones are ${list(presetNames)}.`);
  const entries = Object.entries(plugin.configs[preset].rules);
  return Object.fromEntries(
    entries.map(([id, entry]): [string, RuleSetup] => [id.replace(/^octollm\//, ''), readPresetEntry(entry)]),
  );
}

function readPresetEntry(entry: RuleEntry): RuleSetup {
  const [level, ...options] = typeof entry === 'string' ? [entry] : entry;
  return { severity: level === 'error' ? 'error' : 'warning', options };
}

function isPresetName(name: string): name is PresetName {
  return presetNames.includes(name);
}

function readRuleName(given: string): string {
  const name = given.replace(/^octollm\//, '');
  if (ruleNames.includes(name)) return name;
  const nearest = findNearestNames(name, ruleNames);
  const hint = nearest.length > 0 ? `did you mean ${list(nearest, 'or')}?` : `the known ones are ${list(ruleNames)}.`;
  throw new InvalidInputError(`Unknown rule \`${given}\`: ${hint}`);
}

function list(names: readonly string[], word = 'and'): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`;
}
