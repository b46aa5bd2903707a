import { commentParser, type ConfigComment } from './config-comments.ts';
import type { RulePlan, RuleSetup } from './rule-plan.ts';

/** Applies `eslint octollm/name: …` comments to the rules of one file, the first comment for a rule deciding, as in ESLint. */
export function applyInlineRules(
  plan: RulePlan,
  comments: readonly ConfigComment[],
): Readonly<Record<string, RuleSetup>> {
  const configured = comments.filter(({ label }) => label === 'eslint');
  if (configured.length === 0) return plan.rules;
  const rules: Record<string, RuleSetup> = { ...plan.rules };
  const seen = new Set<string>();
  for (const { value } of configured) {
    const parsed = commentParser.parseJSONLikeConfig(value);
    if (!parsed.ok) continue;
    for (const [id, entry] of Object.entries(parsed.config)) {
      const name = id.replace(/^octollm\//, '');
      if (name === id || seen.has(name) || !plan.available.includes(name)) continue;
      seen.add(name);
      const setup = readEntry(entry, plan.rules[name]);
      if (setup) rules[name] = setup;
      else if (isOff(entry)) delete rules[name];
    }
  }
  return rules;
}

function isOff(entry: unknown): boolean {
  const level: unknown = Array.isArray(entry) ? entry[0] : entry;
  return level === 'off' || level === 0;
}

/** Reads what a comment says of a rule; a mere level keeps the options that the rule has. */
function readEntry(entry: unknown, current: RuleSetup | undefined): RuleSetup | undefined {
  const [level, ...given]: unknown[] = Array.isArray(entry) ? entry : [entry];
  const severity = getSeverity(level);
  if (!severity) return undefined;
  const options = given.filter((option): option is object => typeof option === 'object' && option !== null);
  return { severity, options: given.length === 0 ? (current?.options ?? []) : options };
}

function getSeverity(level: unknown): RuleSetup['severity'] | undefined {
  if (level === 'error' || level === 2) return 'error';
  return level === 'warn' || level === 1 ? 'warning' : undefined;
}
