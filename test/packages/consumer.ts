import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A service file with one finding for each rule of `recommended`, in this order. */
export const sloppyFile = `declare const queue: { run(): Promise<string>; close(): void };

export async function load(id: string): Promise<string> {
  try {
    return await queue.run();
  } catch (error) {
    throw new Error('Could not load task ' + id);
  }
}

export function start(): void {
  void queue.run().catch(() => {});
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error: any) {
    throw \`bad: \${error.message}\`;
  }
}
`;

/** What \`recommended\` says about it, as rule and line. */
export const expectedFindings: readonly string[] = [
  'octollm/no-generic-throw 7',
  'octollm/require-cause 7',
  'octollm/no-silent-catch 12',
  'octollm/no-any-in-handler 18',
  'octollm/only-throw-errors 19',
];

/** A file that uses the runtime as its README shows it. */
export const runtimeConsumer = `import { DatabaseError, OctoLLMError, TaskNotFoundError, wrap } from '@octollm/errors';
import { catalog, type CatalogEntry } from '@octollm/errors/catalog';
import { TimeoutError } from '@octollm/errors/errors';

const missing = TaskNotFoundError.forTask('42');
const wrapped: OctoLLMError = wrap(new Error('socket closed'), DatabaseError, { message: 'Could not load task 42' });
const entries: readonly CatalogEntry[] = catalog;
if (!DatabaseError.isInstance(wrapped) || TimeoutError.isInstance(missing)) throw wrapped;
console.log(missing.code, missing.status, wrapped.code, (wrapped.cause as Error).message, entries.length > 20);
`;

/** A file that uses every sub-path of the runtime, where neither a framework nor the types of Node are installed. */
export const everySubPath: string = readFileSync(join(import.meta.dirname, 'every-sub-path.ts'), 'utf8');

/** The same where the libraries of the program do not know what a signal can do. */
export const everySubPathWithoutWeb: string = everySubPath.replace(
  "signal.aborted ? 'late' : 'in time'",
  "signal && 'in time'",
);

/** The same again without the classes with fields of their own, which programs that become ES5 cannot name. */
export const everySubPathForES5: string = everySubPathWithoutWeb
  .replace(/^import .*'@octollm\/errors\/(?:testing|nestjs)';\n/gm, '')
  .replace(', clock: new ManualClock()', '')
  .replace('new OctoLLMExceptionFilter(), ', '');

/** A configuration that uses the plugin in each way that ESLint knows. */
export const pluginConsumer = `import octollm, { type OctollmPlugin, type PresetName } from 'eslint-plugin-octollm';
import { defineConfig } from 'eslint/config';
import type { ESLint, Linter } from 'eslint';

export const plugin: ESLint.Plugin = octollm;
export const own: OctollmPlugin = octollm;
export const preset: PresetName = 'strict';
export const plain: Linter.Config[] = [octollm.configs.recommended, octollm.configs[preset]];
export default defineConfig(
  { plugins: { octollm }, extends: ['octollm/recommended'], rules: { 'octollm/require-cause': 'error' } },
  { extends: [octollm.configs.strict] },
  octollm.configs.migration,
);
`;

/** A project without ESLint reads the plugin's types all the same. */
export const pluginConsumerWithoutEslint = `import octollm, { type OctollmRule } from 'eslint-plugin-octollm';

const rule: OctollmRule | undefined = octollm.rules['require-cause'];
console.log(rule?.meta.docs.description, octollm.configs.recommended.files);
`;

/** The compiler reads every declaration that it meets, ours included. */
export const compilerOptions: string = JSON.stringify({
  compilerOptions: {
    target: 'es2022',
    lib: ['es2023', 'dom'],
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  },
  include: ['consumer'],
});

/** Programs that grew before packages had `exports`: they resolve as Node did then. */
export function createLegacyOptions(target: string, lib: readonly string[]): string {
  return JSON.stringify({
    compilerOptions: {
      target,
      lib,
      module: 'commonjs',
      moduleResolution: 'node',
      ignoreDeprecations: '5.0',
      strict: true,
      skipLibCheck: false,
      outDir: 'out',
      types: [],
    },
    include: ['consumer'],
  });
}

export const eslintConfig = `import octollm from 'eslint-plugin-octollm';
import parser from '@typescript-eslint/parser';
import { defineConfig } from 'eslint/config';

export default defineConfig([
  { files: ['**/*.ts'], languageOptions: { parser } },
  { extends: [octollm.configs.recommended] },
]);
`;
