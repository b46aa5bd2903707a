import { readSettings } from '../../../codemods/engine/audit/read-settings.ts';
import { applyEdits } from '../../../codemods/engine/edit/apply-edits.ts';
import type { Change, ImportRequest, TextEdit } from '../../../codemods/engine/edit/change.ts';
import { inspect } from '../../../codemods/engine/edit/guard.ts';
import { planImportEdits } from '../../../codemods/engine/imports/plan-import-edits.ts';
import { parseSource, type ParsedSource } from '../../../codemods/engine/source/parse-source.ts';
import type { SyntaxFile } from '../../../codemods/engine/transform/codemod.ts';
import { createSyntaxFile } from '../../../codemods/engine/transform/create-syntax-file.ts';
import { unknownProject } from '../../../codemods/engine/transform/project-questions.ts';

export interface ImportTask {
  readonly path?: string;
  /** Names to bring in, as `name of module` or `type name of module`. */
  readonly names?: readonly string[];
  /** Pieces of the text to replace, by what comes instead. */
  readonly replace?: Readonly<Record<string, string>>;
  readonly releases?: readonly string[];
  readonly usesModules?: boolean;
}

export interface ImportResult {
  readonly locals: readonly string[];
  readonly output: string;
}

/** Brings names into a file, and gives up others, as a codemod would whose change replaces those pieces of text. */
export function runImports(code: string, task: ImportTask): ImportResult {
  const { path = 'src/example.ts', names = [], replace = {}, releases = [] } = task;
  const parsed = parse(path, code);
  const project = { ...unknownProject, usesModules: () => task.usesModules };
  const file = createSyntaxFile(path, parsed, { settings: readSettings({}), project });
  const imports = names.map((name) => request(file, name));
  const changes = [createChange(imports, findPieces(parsed.text, replace), releases)];
  const edits = [...changes.flatMap((change) => change.edits), ...planImportEdits(file, changes)];
  const output = applyEdits(parsed.text, edits);
  const { damage } = inspect(path, parsed, edits, output);
  if (damage !== undefined) throw new Error(`${damage}:\n${output}`);
  return { locals: imports.map(({ local }) => local), output: (parsed.hasBOM ? '\ufeff' : '') + output };
}

function parse(path: string, code: string): ParsedSource {
  const { parsed, problem } = parseSource(path, code);
  if (!parsed) throw new Error(`Could not read the code of a test: ${problem.reason} (line ${problem.line}).`);
  return parsed;
}

function request(file: SyntaxFile, wish: string): ImportRequest {
  const [, type, name = '', module = ''] = /^(type )?(\S+) of (\S+)$/.exec(wish) ?? [];
  return file.imports.request(module, name, { isTypeOnly: type !== undefined });
}

function findPieces(text: string, replace: Readonly<Record<string, string>>): TextEdit[] {
  return Object.entries(replace).map(([piece, replacement]) => {
    const start = text.indexOf(piece);
    if (start === -1) throw new Error(`No \`${piece}\` in the code of a test.`);
    return { start, end: start + piece.length, text: replacement };
  });
}

function createChange(
  imports: readonly ImportRequest[],
  edits: readonly TextEdit[],
  releases: readonly string[],
): Change {
  return { kind: 'test', start: 0, end: 0, applicability: 'safe', confidence: 1, reason: '', edits, imports, releases };
}
