import type { TSESTree } from '@typescript-eslint/utils';
import { onceAFile } from '../once-a-file.ts';
import type { Source } from '../source.ts';

/** What a module consists of at its top. */
export interface TopLevel {
  readonly statements: readonly TSESTree.ProgramStatement[];
  /** Where its text begins. */
  readonly start: number;
}

/** A script of a Svelte component, as svelte-eslint-parser puts it among the statements of the program. */
interface ComponentScript {
  readonly type: 'SvelteScriptElement';
  readonly body: readonly TSESTree.ProgramStatement[];
  readonly startTag: {
    readonly range: TSESTree.Range;
    readonly attributes: readonly { readonly key?: { readonly name: string } }[];
  };
}

/** Finds the statements at the top of a file; in a Svelte component those of its module script, whose imports reach everywhere. */
export const getTopLevel: (source: Source) => TopLevel = onceAFile(({ ast }) => {
  const scripts = ast.body.flatMap((statement: unknown) => (isComponentScript(statement) ? [statement] : []));
  const script = scripts.find(isModuleScript) ?? scripts[0];
  if (!script) return { statements: ast.body, start: 0 };
  return { statements: script.body, start: script.startTag.range[1] };
});

function isComponentScript(statement: unknown): statement is ComponentScript {
  // The dialect has no name for it: only this parser makes it.
  return (statement as { readonly type: string }).type === 'SvelteScriptElement';
}

function isModuleScript({ startTag }: ComponentScript): boolean {
  return startTag.attributes.some(({ key }) => key?.name === 'module' || key?.name === 'context');
}
