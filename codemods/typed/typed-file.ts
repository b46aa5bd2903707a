import { createSyntaxFile } from '../engine/transform/create-syntax-file.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { unknownProject } from '../engine/transform/project-questions.ts';
import { createTrail, type Trail } from '../engine/transform/trail.ts';
import { parseSource, type ParsedSource, type SyntaxProblem } from '../engine/source/parse-source.ts';
import type { OctollmSettings } from 'eslint-plugin-octollm/patterns';

/** A file of a project between two passes: its text as it is now, and what happened to it. */
export interface TypedFile {
  readonly path: string;
  readonly hasBOM: boolean;
  readonly parsed: ParsedSource;
  readonly syntax: SyntaxFile;
  readonly trail: Trail;
}

export type OpenedFile =
  { readonly file: TypedFile; readonly problem?: never } | { readonly file?: never; readonly problem: SyntaxProblem };

/** Parses a file for the patterns of the plugin, beside the tree that TypeScript has of it. */
export function openTypedFile(path: string, content: string, settings: OctollmSettings): OpenedFile {
  const { parsed, problem } = parseSource(path, content);
  if (!parsed) return { problem };
  const { hasBOM } = parsed;
  return {
    file: { path, hasBOM, parsed, syntax: toSyntaxFile(path, parsed, settings), trail: createTrail(parsed.text) },
  };
}

/** The same file with the text that a pass led to. */
export function withText(file: TypedFile, parsed: ParsedSource): TypedFile {
  return { ...file, parsed, syntax: toSyntaxFile(file.path, parsed, file.syntax.settings) };
}

function toSyntaxFile(path: string, parsed: ParsedSource, settings: OctollmSettings): SyntaxFile {
  return createSyntaxFile(path, parsed, { settings, project: unknownProject });
}
