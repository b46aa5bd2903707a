import type { Rule } from '../../../rules/plugin/create-rule.ts';
import type { LoadedRule } from './load-rules.ts';
import { createTable } from './markdown-table.ts';

/** The table of all rules, each linked to its page. */
export function createRuleTable(rules: readonly LoadedRule[], pages: string): string {
  const rows = rules.map(({ name, rule }) => [
    `[${name}](${pages}${name}.md)`,
    rule.meta.docs?.description ?? '',
    getSeverity(rule, 'recommended'),
    getSeverity(rule, 'strict'),
    [rule.meta.fixable ? 'fix' : '', rule.meta.hasSuggestions ? 'suggestions' : ''].filter(Boolean).join(', '),
  ]);
  return createTable(['Rule', 'What it does', '`recommended`', '`strict`', 'Edits'], rows);
}

function getSeverity(rule: Rule, preset: 'recommended' | 'strict'): string {
  const entry = rule.meta.docs?.presets[preset];
  if (entry === undefined) return '';
  return typeof entry === 'string' ? entry : `${entry[0]}, with options`;
}
