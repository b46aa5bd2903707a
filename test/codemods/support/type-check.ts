import { Project, ts } from 'ts-morph';

/** What the file may import, typed as the real modules are. */
const modules: Readonly<Record<string, string>> = {
  '/src/run.ts': 'export declare function run(): string;',
  '/src/errors.ts': [
    'export declare function toError(thrown: unknown): globalThis.Error;',
    'export declare class Error { readonly message: string; }',
  ].join('\n'),
  '/src/gone.ts': [
    'export declare class GoneError extends globalThis.Error {',
    '  constructor(message: string, code?: number, cause?: unknown);',
    '}',
  ].join('\n'),
  '/node_modules/@octollm/errors/index.d.ts': [
    'export declare class TimeoutError extends Error {}',
    'export declare function getErrorMessage(thrown: unknown): string;',
  ].join('\n'),
  '/node_modules/axios/index.d.ts': [
    'export interface AxiosError<T = any> extends Error { response?: { status: number; data: T }; code?: string }',
    'export declare function isAxiosError<T = any>(payload: any): payload is AxiosError<T>;',
    'export declare function get(url: string): Promise<{ data: any }>;',
    'declare const axios: { isAxiosError: typeof isAxiosError; get: typeof get };',
    'export default axios;',
  ].join('\n'),
};

const project = new Project({
  useInMemoryFileSystem: true,
  compilerOptions: {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  },
});
for (const [path, text] of Object.entries(modules)) project.createSourceFile(path, text);

/** What the strict type checker says to a text, alone in a small project. */
export function checkTypes(name: string, text: string): string[] {
  const file = project.createSourceFile(`/src/${name}.ts`, text, { overwrite: true });
  const messages = file
    .getPreEmitDiagnostics()
    .map(
      (diagnostic) =>
        `${diagnostic.getLineNumber()}: ${ts.flattenDiagnosticMessageText(diagnostic.compilerObject.messageText, ' ')}`,
    );
  project.removeSourceFile(file);
  return messages;
}
