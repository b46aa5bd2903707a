import { createSyntaxFile, type FileSurroundings } from '../engine/transform/create-syntax-file.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { createTrail, type Trail } from '../engine/transform/trail.ts';
import { parseSource, type ParsedSource, type SyntaxProblem } from '../engine/source/parse-source.ts';

/** A file of a project between two passes: its text as it is now, and what happened to it. */
export interface TypedFile {
  readonly hasBOM: boolean;
  readonly parsed: ParsedSource;
  readonly syntax: SyntaxFile;
  readonly trail: Trail;
}

export type OpenedFile =
  { readonly file: TypedFile; readonly problem?: never } | { readonly file?: never; readonly problem: SyntaxProblem };

/** Parses a file for the patterns of the plugin, beside the tree that TypeScript has of it. */
export function openTypedFile(path: string, content: string, surroundings: FileSurroundings): OpenedFile {
  const { parsed, problem } = parseSource(path, content);
  if (!parsed) return { problem };
  const syntax = createSyntaxFile(path, parsed, surroundings);
  return { file: { hasBOM: parsed.hasBOM, parsed, syntax, trail: createTrail(parsed.text) } };
}

/** The same file with the text that a pass led to. */
export function withText(file: TypedFile, parsed: ParsedSource): TypedFile {
  return { ...file, parsed, syntax: createSyntaxFile(file.syntax.path, parsed, file.syntax) };
}
