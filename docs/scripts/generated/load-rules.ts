import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../../rules/plugin/create-rule.ts';
import { repository } from '../repository.ts';

export interface LoadedRule {
  readonly name: string;
  readonly rule: Rule;
}

/** The names of the rules: every TypeScript file directly in `rules/`, the build's own configuration aside. */
export function listRuleNames(): string[] {
  return readdirSync(join(repository, 'rules'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.config.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** Loads the rules from their files, so that the registry can be generated before it is right. */
export async function loadRules(): Promise<LoadedRule[]> {
  return Promise.all(
    listRuleNames().map(async (name) => {
      const module = (await import(`../../../rules/${name}.ts`)) as { readonly default: Rule };
      return { name, rule: module.default };
    }),
  );
}
