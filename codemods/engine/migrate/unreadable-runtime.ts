import type { Diagnostic } from '../verify/diagnostic.ts';
import type { MigratedFile } from './migration-result.ts';
import { runtimeImport, runtimePackage } from './missing-runtime.ts';

/** Whether an error stands in the declarations of the runtime: the compiler of the project cannot read them as it is set up. */
export function isInRuntime({ path }: Diagnostic): boolean {
  return path?.replaceAll('\\', '/').includes(`/node_modules/${runtimePackage}/`) ?? false;
}

/** The files that import the runtime since the migration and did not before. */
export function listNewImporters(files: readonly MigratedFile[]): readonly string[] {
  return files.flatMap(({ path, before, after }) =>
    runtimeImport.test(after) && !(before !== null && runtimeImport.test(before)) ? [path] : [],
  );
}

/** Says why nothing that imports the runtime could stay, and what can be done about it. */
export function describeUnreadableRuntime(error: string): string {
  return `The declarations of \`${runtimePackage}\` do not compile in this project, so everything that imports them was taken back: ${error} They need TypeScript 5.2 or later. \`--only catch-any-to-unknown,add-cause\` makes the changes that do without them.`;
}
