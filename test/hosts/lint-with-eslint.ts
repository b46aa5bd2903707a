import { relative, sep } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import type { ESLint, Linter } from 'eslint';
import octollm, { type OctollmPlugin } from 'eslint-plugin-octollm';
import type { Report } from './report.ts';

const plugin: OctollmPlugin = octollm;

/** Every rule of the plugin with its default options, under which it reports all it knows. */
export const allRules: Readonly<Record<string, 'error'>> = Object.fromEntries(
  Object.keys(plugin.rules).map((name) => [`octollm/${name}`, 'error']),
);

/** Lints a folder with one of the installed ESLints, through its Node API as an editor or a build would. */
export async function lintWithEslint(
  implementation: { readonly ESLint: typeof ESLint },
  folder: string,
): Promise<Report[]> {
  const config: Linter.Config = {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    plugins: { octollm: plugin },
    languageOptions: { parser: typescriptParser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: { ...allRules },
  };
  const eslint = new implementation.ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [config] });
  const results = await eslint.lintFiles(['.']);
  return results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ ruleId, message }) => ruleId?.startsWith('octollm/') || message.startsWith('Parsing error'))
      .map((message) => ({
        file: relative(folder, filePath).split(sep).join('/'),
        rule: message.ruleId ?? 'parse error',
        line: message.line,
        column: message.column,
        endLine: message.endLine ?? message.line,
        endColumn: message.endColumn ?? message.column,
        message: message.message,
      })),
  );
}
