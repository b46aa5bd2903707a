import eslintPlugin from 'eslint-plugin-eslint-plugin';
import octollm from 'eslint-plugin-octollm';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  // The example is sloppy on purpose, and fixtures are what rules and codemods are tried on.
  globalIgnores(['**/dist/', 'test/**/fixtures/', 'test/codemods/cases/', 'docs/examples/', 'test/real-code/.corpus/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  tseslint.configs.recommended,
  octollm.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['rules/*.ts', 'docs/scripts/templates/rule/rule.ts'],
    extends: [eslintPlugin.configs['rules-recommended']],
    rules: {
      'eslint-plugin/prefer-placeholders': 'error',
      'eslint-plugin/prefer-replace-text': 'error',
      // `createRule` takes these without their `meta` around them; test/contract/rule-metadata.test.ts checks what it builds.
      'eslint-plugin/prefer-message-ids': 'off',
      'eslint-plugin/require-meta-docs-description': 'off',
      'eslint-plugin/require-meta-has-suggestions': 'off',
      'eslint-plugin/require-meta-schema': 'off',
      'eslint-plugin/require-meta-type': 'off',
    },
  },
);
