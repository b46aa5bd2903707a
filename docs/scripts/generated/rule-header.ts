import { presetNames } from '../../../rules/plugin/presets.ts';
import type { Rule } from '../../../rules/plugin/create-rule.ts';

/** The head of a rule's page: its name, what it does, where it is on, what it edits. */
export function createRuleHeader(name: string, rule: Rule): string {
  const lines = [`# \`octollm/${name}\``, '', `${rule.meta.docs?.description ?? ''}.`, '', describePresets(rule)];
  if (rule.meta.fixable) lines.push('- Fixes what it can prove to be the same (`--fix`).');
  if (rule.meta.hasSuggestions) lines.push('- Offers edits to choose from in the editor.');
  return lines.join('\n');
}

function describePresets(rule: Rule): string {
  const on = presetNames.flatMap((preset) => {
    const entry = rule.meta.docs?.presets[preset];
    if (entry === undefined) return [];
    if (typeof entry === 'string') return [`\`${preset}\` (${entry})`];
    return [`\`${preset}\` (${entry[0]}, with \`${JSON.stringify(entry[1])}\`)`];
  });
  return on.length > 0 ? `- On in ${on.join(', ')}.` : '- On in no preset.';
}
