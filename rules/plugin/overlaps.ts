import type { Overlap } from './public-types.ts';

/**
 * Rules elsewhere that report what ours report, by the names under which ESLint's and Oxlint's configurations know them. `compat` turns
 * them off; tools can tell double reports by them.
 */
export const overlaps: readonly Overlap[] = [
  // ESLint
  { eslint: 'handle-callback-err', replacedBy: ['handle-callback-error'] },
  { eslint: 'no-throw-literal', oxlint: 'eslint/no-throw-literal', replacedBy: ['only-throw-errors'] },
  { eslint: 'no-unsafe-finally', oxlint: 'eslint/no-unsafe-finally', replacedBy: ['no-masking-cleanup'] },
  { eslint: 'no-useless-catch', oxlint: 'eslint/no-useless-catch', replacedBy: ['no-useless-rethrow'] },
  {
    eslint: 'prefer-promise-reject-errors',
    oxlint: 'eslint/prefer-promise-reject-errors',
    replacedBy: ['only-throw-errors'],
  },
  {
    eslint: 'preserve-caught-error',
    oxlint: 'eslint/preserve-caught-error',
    replacedBy: ['require-cause'],
    conflict: 'Its fix in Oxlint rewrites a correct `cause: toError(e)`.',
  },
  // typescript-eslint
  {
    eslint: '@typescript-eslint/only-throw-error',
    oxlint: 'typescript/only-throw-error',
    replacedBy: ['only-throw-errors'],
    needsTypes: true,
  },
  {
    eslint: '@typescript-eslint/prefer-promise-reject-errors',
    oxlint: 'typescript/prefer-promise-reject-errors',
    replacedBy: ['only-throw-errors'],
    needsTypes: true,
  },
  {
    eslint: '@typescript-eslint/use-unknown-in-catch-callback-variable',
    oxlint: 'typescript/use-unknown-in-catch-callback-variable',
    replacedBy: ['no-any-in-handler'],
    needsTypes: true,
  },
  // eslint-plugin-unicorn
  {
    eslint: 'unicorn/custom-error-definition',
    oxlint: 'unicorn/custom-error-definition',
    replacedBy: ['error-class-definition'],
  },
  {
    eslint: 'unicorn/prefer-optional-catch-binding',
    oxlint: 'unicorn/prefer-optional-catch-binding',
    replacedBy: ['require-cause'],
    conflict: 'Its fix takes the binding away that the lost cause needs.',
  },
  // eslint-plugin-promise
  {
    eslint: 'promise/no-return-in-finally',
    oxlint: 'promise/no-return-in-finally',
    replacedBy: ['no-masking-cleanup'],
  },
  // eslint-plugin-n, and the plugin that it comes from
  { eslint: 'n/handle-callback-err', oxlint: 'node/handle-callback-err', replacedBy: ['handle-callback-error'] },
  { eslint: 'n/no-callback-literal', replacedBy: ['only-throw-errors'] },
  { eslint: 'node/handle-callback-err', replacedBy: ['handle-callback-error'] },
  { eslint: 'node/no-callback-literal', replacedBy: ['only-throw-errors'] },
  // eslint-plugin-sonarjs
  { eslint: 'sonarjs/no-ignored-exceptions', replacedBy: ['no-silent-catch'] },
  { eslint: 'sonarjs/no-unthrown-error', replacedBy: ['no-unthrown-error'] },
  { eslint: 'sonarjs/no-useless-catch', replacedBy: ['no-useless-rethrow'] },
  // eslint-plugin-llm-core
  { eslint: 'llm-core/missing-throw', replacedBy: ['no-unthrown-error'] },
  { eslint: 'llm-core/no-empty-catch', replacedBy: ['no-silent-catch'] },
  { eslint: 'llm-core/no-swallowed-errors', replacedBy: ['no-log-only-catch'] },
  { eslint: 'llm-core/prefer-unknown-in-catch', replacedBy: ['no-any-in-handler'] },
  { eslint: 'llm-core/throw-error-objects', replacedBy: ['only-throw-errors'] },
  // Oxlint's own
  { oxlint: 'oxc/missing-throw', replacedBy: ['no-unthrown-error'] },
];
