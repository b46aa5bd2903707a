import type { ImportForm } from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../transform/codemod.ts';

/** The form of the imports of a file that has none yet: its extension tells, or its package. */
export function getDefaultForm({ path, project }: Pick<SyntaxFile, 'path' | 'project'>): ImportForm {
  if (/\.c[jt]s$/.test(path)) return 'require';
  return path.endsWith('.js') && project.usesModules() === false ? 'require' : 'import';
}
