import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter, type SourceCode } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import { getPackageFolder } from './corpus.ts';
import type { CorpusPackage } from './corpus.ts';

/** The door of a plugin, as much of it as linting needs. */
export interface LintedPlugin {
  readonly rules: Readonly<Record<string, unknown>>;
}

export interface LintedFile {
  readonly messages: readonly Linter.LintMessage[];
  readonly sourceCode: SourceCode;
}

/** Runs every rule of a plugin with its default options over one file of a package. */
export function lintCorpusFile(plugin: LintedPlugin, entry: CorpusPackage, file: string): LintedFile {
  const text = readFileSync(join(getPackageFolder(entry), file), 'utf8');
  // ESLint leaves out node_modules, so the file is named as if its package were checked out.
  return lintText(plugin, text, `${entry.name}/${file}`);
}

export function lintText(plugin: LintedPlugin, text: string, filename: string): LintedFile {
  const linter = new Linter();
  const config: Linter.Config = {
    files: ['**/*.{ts,tsx,mts,cts}'],
    languageOptions: { parser, sourceType: 'module' },
    // The packages' own directives are for the packages' own rules.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    plugins: { octollm: plugin as NonNullable<Linter.Config['plugins']>[string] },
    rules: Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`octollm/${rule}`, 'error'])),
  };
  const messages = linter.verify(text, [config], filename);
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`Cannot lint ${filename}:${fatal.line}: ${fatal.message}`);
  return { messages, sourceCode: linter.getSourceCode() };
}
