import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { presetNames } from '../../../rules/plugin/presets.ts';
import { repository } from '../repository.ts';
import { createClassTable } from './class-table.ts';
import { createCodemodTable } from './codemod-table.ts';
import { format } from './format.ts';
import { loadRules, type LoadedRule } from './load-rules.ts';
import { createOptionsTable } from './options-table.ts';
import { createOxlintCompat, createOxlintPreset } from './oxlint-preset.ts';
import { createOverlapTable } from './overlap-table.ts';
import { createRegistry } from './registry.ts';
import { createRuleHeader } from './rule-header.ts';
import { createRuleTable } from './rule-table.ts';
import { replaceSections } from './replace-sections.ts';
import { createVersion } from './version.ts';

export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

export interface Generation {
  readonly files: readonly GeneratedFile[];
  /** Documents that hold generated sections and are not there yet. */
  readonly missing: readonly string[];
}

/** Builds the content of every file that is generated, wholly or between markers. */
export async function createGeneratedFiles(): Promise<Generation> {
  const rules = await loadRules();
  const sources = [
    { path: 'rules/plugin/registry.generated.ts', content: createRegistry(rules.map(({ name }) => name)) },
    { path: 'rules/plugin/version.generated.ts', content: createVersion() },
    ...presetNames.map((preset) => ({
      path: `rules/oxlint/${preset}.json`,
      content: createOxlintPreset(rules, preset),
    })),
    { path: 'rules/oxlint/compat.json', content: createOxlintCompat() },
  ];
  const files = sources.map(async ({ path, content }) => ({
    path: join(repository, path),
    content: await format(path, content),
  }));
  const documents = getDocuments(rules, await createCodemodTable()).map(({ path, sections }) => ({
    path: join(repository, path),
    sections,
  }));
  const present = documents.filter(({ path }) => existsSync(path));
  const pages = present.map(async ({ path, sections }) => ({
    path,
    content: await format(path, replaceSections(path, sections)),
  }));
  return {
    files: await Promise.all([...files, ...pages]),
    missing: documents.map(({ path }) => path).filter((path) => !existsSync(path)),
  };
}

interface Document {
  readonly path: string;
  readonly sections: Readonly<Record<string, string>>;
}

function getDocuments(rules: readonly LoadedRule[], codemods: string): Document[] {
  return [
    { path: 'README.md', sections: { rules: createRuleTable(rules, 'docs/rules/') } },
    { path: 'rules/README.md', sections: { rules: createRuleTable(rules, '../docs/rules/') } },
    { path: 'docs/rules/index.md', sections: { rules: createRuleTable(rules, './') } },
    { path: 'docs/codemods/index.md', sections: { codemods } },
    { path: 'docs/guide/presets.md', sections: { overlaps: createOverlapTable() } },
    { path: 'src/README.md', sections: { catalog: createClassTable() } },
    { path: 'docs/runtime/catalog.md', sections: { catalog: createClassTable() } },
    ...rules.map(({ name, rule }) => ({
      path: `docs/rules/${name}.md`,
      sections: { header: createRuleHeader(name, rule), options: createOptionsTable(rule) },
    })),
  ];
}
