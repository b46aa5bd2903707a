import { formatWithOptions } from 'node:util';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import type { SourceFile } from './tree.ts';

/** Holds a block of TypeScript on a page; what it prints stands behind each `console.log(…);` as a comment. */
export interface RuntimeSample {
  /** The page and the line of the first statement, such as `docs/runtime/retry.md:12`. */
  readonly place: string;
  readonly page: string;
  readonly line: number;
  readonly code: string;
}

const fence = /^```ts\n([\s\S]*?)^```$/gm;

/** Reads the TypeScript blocks of a page; those with a mark behind the language, such as `ts incorrect`, are not meant to run. */
export function readRuntimeSamples({ path, text }: SourceFile): RuntimeSample[] {
  return [...text.matchAll(fence)].map(({ 1: code = '', index }) => {
    const line = text.slice(0, index).split('\n').length + 1;
    return { place: `${path}:${line}`, page: path, line, code };
  });
}

/** A statement `console.log(…);`, and what its comment says that it prints. */
interface PrintStatement {
  /** Where `console.log` begins and ends in the code. */
  readonly callee: readonly [number, number];
  readonly place: string;
  readonly expected: string | undefined;
}

type Run = (
  require: (specifier: string) => unknown,
  exports: object,
  console: Console,
  print: (statement: number, ...values: unknown[]) => void,
) => Promise<void>;

/**
 * Runs a sample and compares what it prints with its comments; a statement that prints several times says
 * `first; then second`.
 *
 * @param load Imports a module, as the sample would.
 */
export async function findRuntimeProblems(
  sample: RuntimeSample,
  load: (specifier: string) => Promise<unknown>,
): Promise<string[]> {
  const source = ts.createSourceFile('sample.ts', sample.code, ts.ScriptTarget.ES2022, true);
  const statements = readPrintStatements(source, sample);
  const modules = new Map(
    await Promise.all(listImports(source).map(async (name) => [name, await load(name)] as const)),
  );
  const printed = statements.map((): string[] => []);
  const print = (statement: number, ...values: unknown[]): void => {
    printed[statement]?.push(formatWithOptions({ breakLength: Infinity, depth: 8 }, ...values));
  };

  try {
    // What `compile` wraps the sample into has this shape.
    const run = runInThisContext(compile(sample, statements), { filename: sample.place }) as Run;
    // The mark says that the default export is the property `default`, and not the whole module.
    await run((name) => ({ ...Object(modules.get(name)), __esModule: true }), {}, createQuietConsole(), print);
  } catch (error) {
    return [`${sample.place} does not run: ${error instanceof Error ? error.stack : String(error)}`];
  }
  return statements.flatMap(({ place, expected }, index) => {
    const actual = printed[index]?.join('; then ') ?? '';
    if (expected === undefined) return [`${place} prints ${actual} and has no comment that says so`];
    return actual === expected ? [] : [`${place} prints ${actual || 'nothing'}, but its comment says ${expected}`];
  });
}

/** Prints nothing: a sample may hand `console` over as a logger. */
function createQuietConsole(): Console {
  const silent = (): void => {};
  return { ...console, debug: silent, info: silent, warn: silent, error: silent };
}

function readPrintStatements(source: ts.SourceFile, { page, line }: RuntimeSample): PrintStatement[] {
  const statements: PrintStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'console.log') {
      const { expression } = node;
      const inPage = line + source.getLineAndCharacterOfPosition(node.getStart()).line;
      const callee = [expression.getStart(), expression.getEnd()] as const;
      statements.push({ callee, place: `${page}:${inPage}`, expected: readComment(source, node.getEnd()) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return statements;
}

/** Reads the comment at the end of the line, behind whatever closes the statement. */
function readComment({ text }: ts.SourceFile, end: number): string | undefined {
  return /^[;,) }]*\/\/ (.+)$/m.exec(text.slice(end, text.indexOf('\n', end)))?.[1];
}

function listImports(source: ts.SourceFile): string[] {
  const names = source.statements
    .filter((statement) => ts.isImportDeclaration(statement))
    .map(({ moduleSpecifier }) => (ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : ''));
  return [...new Set(names)];
}

/** Turns imports into calls of `require` and the block into an async function, where `await` stands as in a module. */
function compile({ code }: RuntimeSample, statements: readonly PrintStatement[]): string {
  let numbered = code;
  for (const [index, { callee }] of [...statements.entries()].reverse()) {
    const rest = numbered.slice(callee[1]).replace(/^\(/, `(${index}, `);
    numbered = `${numbered.slice(0, callee[0])}__print${rest}`;
  }
  const { outputText } = ts.transpileModule(numbered, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      removeComments: true,
      experimentalDecorators: true,
    },
  });
  return `(async (require, exports, console, __print) => {${outputText}\n})`;
}

/** Checks the types of samples, each as a module of its own beside its page. */
export function findTypeProblems(samples: readonly RuntimeSample[], options: ts.CompilerOptions): string[] {
  const files = new Map(samples.map((sample) => [`${sample.page}.${sample.line}.ts`, sample]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path)?.code ?? readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const sample = files.get(path);
    return sample ? ts.createSourceFile(path, sample.code, target, true) : getSourceFile(path, target, ...rest);
  };

  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true }, host);
  return [...files].flatMap(([path, { page, line }]) => {
    const file = program.getSourceFile(path);
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return diagnostics.map(({ messageText, start = 0 }) => {
      const inPage = line + (file?.getLineAndCharacterOfPosition(start).line ?? 0);
      return `${page}:${inPage} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}
