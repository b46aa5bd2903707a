import { join } from 'node:path';
import { Project, ts } from 'ts-morph';
import type { TypeScriptConfig } from './typescript-config.ts';

const probe = "new Error('', { cause: undefined });\n";

/**
 * Whether built-in errors take options in a project. Neither `target` nor `lib` alone decides: the types of a package may add
 * it, so where the library does not have it by itself, a file of one line is checked under the options of the project.
 */
export function acceptsErrorOptions({ folder, options }: TypeScriptConfig): boolean {
  if (!options.noLib && hasErrorOptions(options)) return true;
  const project = new Project({ compilerOptions: options, skipAddingFilesFromTsConfig: true });
  const file = project.createSourceFile(join(folder, 'octollm-probe.ts'), probe, { overwrite: true });
  return project.getProgram().compilerObject.getSemanticDiagnostics(file.compilerNode).length === 0;
}

function hasErrorOptions({ lib, target = ts.ScriptTarget.ES2022 }: ts.CompilerOptions): boolean {
  if (!lib) return target >= ts.ScriptTarget.ES2022;
  return lib.some((name) =>
    /^lib\.(?:es2022(?:\.error|\.full)?|es202[3-9](?:\.full)?|esnext(?:\.full)?)\.d\.ts$/.test(name),
  );
}
