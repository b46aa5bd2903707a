import { analyze, type ScopeManager } from '@typescript-eslint/scope-manager';
import type { ParsedSource } from './parse-source.ts';

/** Analyses the scopes of a file; names of the platform stay unresolved, as every rule takes a name without a declaration for a global. */
export function analyzeScopes(parsed: ParsedSource): ScopeManager {
  return analyze(parsed.program, {
    globalReturn: parsed.isCommonJs,
    lib: [],
    sourceType: parsed.isCommonJs ? 'script' : 'module',
  });
}
