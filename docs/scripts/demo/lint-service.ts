import { join, relative, sep } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import octollm, { type OctollmPlugin } from 'eslint-plugin-octollm';
import { repository } from '../repository.ts';

/** What ESLint says about one file, with the text that it read. */
export interface LintedFile {
  /** Path relative to the repository, with forward slashes. */
  readonly file: string;
  readonly source: string;
  readonly messages: readonly Linter.LintMessage[];
}

/** Lints a folder through ESLint's API with the built plugin, each rule with its default options as in the audit. */
export async function lintFolder(folder: string): Promise<LintedFile[]> {
  const plugin: OctollmPlugin = octollm;
  const eslint = new ESLint({
    cwd: join(repository, folder),
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      plugins: { octollm: plugin },
      languageOptions: { parser: typescriptParser },
      rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`octollm/${name}`, 'error'])),
    },
  });
  const results = await eslint.lintFiles(['.']);
  return results.map(({ filePath, source, messages }) => ({
    file: relative(repository, filePath).split(sep).join('/'),
    source: source ?? '',
    messages,
  }));
}
