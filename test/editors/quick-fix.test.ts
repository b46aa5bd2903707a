import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Range } from 'vscode-languageserver-protocol/node';
import { LanguageClient, type Server } from './language-client.ts';
import { createSampleProject } from './sample-project.ts';

const require = createRequire(import.meta.url);
const getBinary = (module: string, path: string): string =>
  join(dirname(require.resolve(`${module}/package.json`)), path);

const eslintServer: Server = {
  command: process.execPath,
  arguments: [getBinary('vscode-langservers-extracted', 'bin/vscode-eslint-language-server'), '--stdio'],
  settings: {
    validate: 'on',
    useFlatConfig: true,
    // The server reads `experimental.useFlatConfig` of older ESLints without asking whether it is there.
    experimental: {},
    run: 'onType',
    onIgnoredFiles: 'off',
    quiet: false,
    format: false,
    options: {},
    rulesCustomizations: [],
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workingDirectory: { mode: 'location' },
    codeAction: { disableRuleComment: { enable: false }, showDocumentation: { enable: false } },
    codeActionOnSave: { mode: 'all' },
  },
};

const oxlintServer: Server = {
  command: process.execPath,
  arguments: [getBinary('oxlint', 'bin/oxlint'), '--lsp'],
  settings: { run: 'onType' },
};

const eslintConfig = `import octollm from 'eslint-plugin-octollm';
import parser from '@typescript-eslint/parser';
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, octollm.configs.recommended];
`;
const oxlintConfig = JSON.stringify({
  extends: ['./node_modules/eslint-plugin-octollm/oxlint/recommended.json'],
  categories: { correctness: 'off' },
});

describe.each([
  {
    editor: 'ESLint in VS Code',
    server: eslintServer,
    configuration: { name: 'eslint.config.js', text: eslintConfig },
  },
  { editor: 'Oxlint', server: oxlintServer, configuration: { name: '.oxlintrc.json', text: oxlintConfig } },
])('$editor', ({ server, configuration }) => {
  test('underlines the lost cause, applies the quick fix and is content', async () => {
    const project = createSampleProject(configuration);
    const client = await LanguageClient.open(server, project.folder, project.uri, project.text);
    try {
      const diagnostics = await client.waitForDiagnostics((published) => published.some(isLostCause));
      const [lost] = diagnostics.filter(isLostCause);
      expect(lost?.message).toBe('The original error is lost here: pass it on as `{ cause: e }`.');
      expect(lost && getText(project.text, lost.range)).toBe(project.underlined);

      const fixes = lost ? await client.getQuickFixes(lost) : [];
      const fix = fixes.find(({ title }) => title.includes('Add `{ cause: e }`'));
      expect(fixes.map(({ title }) => title)).toContainEqual(expect.stringContaining('Add `{ cause: e }`'));
      if (fix) await client.apply(fix);
      expect(client.text).toBe(project.text.replace("the order')", "the order', { cause: e })"));

      const left = await client.waitForDiagnostics((published) => !published.some(isLostCause));
      expect(left.map(({ message }) => message)).toEqual([expect.stringContaining('`Error` tells callers nothing')]);
    } finally {
      await client.close();
      project.delete();
    }
  });
});

function isLostCause(diagnostic: Diagnostic): boolean {
  return String(diagnostic.code).includes('require-cause');
}

/** What an editor underlines for a range that lies in one line. */
function getText(text: string, { start, end }: Range): string | undefined {
  return start.line === end.line ? text.split('\n')[start.line]?.slice(start.character, end.character) : undefined;
}
