import { ts } from 'ts-morph';
import { applyEdits } from '../engine/edit/apply-edits.ts';
import type { Change, TextEdit } from '../engine/edit/change.ts';
import { traceBack } from '../engine/edit/trace-offset.ts';
import { planImportEdits } from '../engine/imports/plan-import-edits.ts';
import type { TypedProject } from './typed-codemod.ts';

/** A type error that planned changes would lead to. */
export interface NewTypeError {
  readonly path: string;
  /** Where it is in the text before the changes. */
  readonly offset: number;
  /** The number of its kind, such as 2554. */
  readonly code: number;
  /** What TypeScript says, in one line. */
  readonly message: string;
}

/** What belongs to planned changes beside the files that change. */
interface Surroundings {
  /** Absolute paths of the files to check as well: those that use what changes. */
  readonly witnesses?: ReadonlySet<string>;
  /** Texts of the files that are to be made, by absolute path. */
  readonly newFiles?: ReadonlyMap<string, string>;
}

/**
 * Checks files as they would be after planned changes, and finds the errors that they do not have now. Everything that did
 * not change is taken over from the program of the project, so this costs what checking these files costs.
 *
 * @param planned the changes, by absolute path
 */
export function findNewTypeErrors(
  { project, getFile }: TypedProject,
  planned: ReadonlyMap<string, readonly Change[]>,
  { witnesses = new Set(), newFiles = new Map() }: Surroundings = {},
): NewTypeError[] {
  const before = project.getProgram().compilerObject;
  const edited = new Map<string, { readonly text: string; readonly edits: readonly TextEdit[] }>();
  for (const [path, changes] of planned) {
    const file = getFile(path);
    if (!file || changes.length === 0) continue;
    const edits = [...changes.flatMap((change) => change.edits), ...planImportEdits(file, changes)];
    edited.set(path, { text: applyEdits(file.source.text, edits), edits });
  }
  const texts = new Map([...edited].map(([path, { text }]): [string, string] => [path, text]));
  const after = createNextProgram(before, new Map([...texts, ...newFiles]));
  return [...new Set([...edited.keys(), ...witnesses])].flatMap((path) => {
    const errors = listErrors(after, path);
    if (errors.length === 0) return [];
    const { edits = [] } = edited.get(path) ?? {};
    const known = listErrors(before, path);
    const places = new Set(known.map(({ code, start = 0 }) => `${code} at ${start}`));
    const said = new Set(known.map(toText));
    return errors.flatMap((error) => {
      const { code, start = 0 } = error;
      const offset = traceBack(edits, start);
      // What is said of a place may name the new base now; the same may be said of a place that moved.
      const isKnown = places.has(`${code} at ${offset}`) || said.has(toText(error));
      return isKnown ? [] : [{ path, offset, code, message: toText(error) }];
    });
  });
}

function listErrors(program: ts.Program, path: string): readonly ts.Diagnostic[] {
  const file = program.getSourceFile(path);
  return file ? program.getSemanticDiagnostics(file) : [];
}

function toText({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' ');
}

function createNextProgram(before: ts.Program, texts: ReadonlyMap<string, string>): ts.Program {
  const options = before.getCompilerOptions();
  const disk = ts.createCompilerHost(options, true);
  // The library lies inside of ts-morph, under a name that no disk has: the program before holds its files.
  const library = findLibraryFolder(before) ?? disk.getDefaultLibLocation?.() ?? '';
  const host: ts.CompilerHost = {
    ...disk,
    getDefaultLibFileName: () => `${library}/${ts.getDefaultLibFileName(options)}`,
    getDefaultLibLocation: () => library,
    fileExists: (path) => texts.has(path) || before.getSourceFile(path) !== undefined || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile: (path, version, onError) => {
      const text = texts.get(path);
      // ts-morph reads no file as CommonJS or ES module by its package, so neither must these be.
      if (text !== undefined) return ts.createSourceFile(path, text, options.target ?? ts.ScriptTarget.Latest, true);
      return getOwnFile(before, path) ?? disk.getSourceFile(path, version, onError);
    },
  };
  return ts.createProgram({ rootNames: before.getRootFileNames(), options, host, oldProgram: before });
}

/**
 * Of a package that is installed twice in the same version TypeScript reads one copy and lets the other stand in for it. The
 * stand-in belongs to its program; what it covers is in a field that the types of TypeScript do not tell of.
 */
function getOwnFile(program: ts.Program, path: string): ts.SourceFile | undefined {
  const file: (ts.SourceFile & { readonly redirectInfo?: { readonly unredirected: ts.SourceFile } }) | undefined =
    program.getSourceFile(path);
  return file?.redirectInfo?.unredirected ?? file;
}

function findLibraryFolder(program: ts.Program): string | undefined {
  const file = program.getSourceFiles().find((candidate) => program.isSourceFileDefaultLibrary(candidate));
  return file?.fileName.replace(/\/[^/]*$/, '');
}
