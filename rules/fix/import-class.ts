import type { TSESLint } from '@typescript-eslint/utils';
import { findBinding } from '../patterns/modules/find-binding.ts';
import { getFreeName } from '../patterns/modules/free-name.ts';
import { getImportForm } from '../patterns/modules/import-form.ts';
import { findImportPlace, type ImportForm, type ImportPlace } from '../patterns/modules/import-place.ts';
import { placeStatements, planImports, type ImportStyle } from '../patterns/modules/plan-imports.ts';
import { getTopLevel } from '../patterns/modules/top-level.ts';
import { onceAFile } from '../patterns/once-a-file.ts';
import type { Source } from '../patterns/source.ts';

export interface ImportedClass {
  /** The name by which the class is used in this file; another one where its own is taken. */
  readonly local: string;
  /** Brings the import along; nothing where it is there already. */
  readonly edit: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
}

const getImported: (source: Source) => Map<string, ImportedClass> = onceAFile(() => new Map());

/** Makes a class of a module usable in a file: reuses or extends its import, else adds one where imports stand. */
export function importClass(source: Source, module: string, className: string): ImportedClass {
  const imported = getImported(source);
  const key = `${className} of ${module}`;
  // The same few classes are offered at many places of a file.
  const known = imported.get(key) ?? planImport(source, module, className);
  imported.set(key, known);
  return known;
}

function planImport(source: Source, module: string, name: string): ImportedClass {
  const { form, place, style } = getFileImports(source);
  const local = findBinding(source, module, name, false)?.local ?? getFreeName(source, name);
  const plan = planImports(source, [{ module, name, local, isTypeOnly: false }], form, style);
  const added = plan.statements.length > 0 ? [placeStatements(place, plan.statements, style)] : [];
  const edits = [...plan.edits, ...added];
  return {
    local,
    edit: (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
  };
}

interface FileImports {
  readonly form: ImportForm;
  readonly place: ImportPlace;
  readonly style: ImportStyle;
}

/** Found once a file: several classes may be offered at each of its throws. */
const getFileImports: (source: Source) => FileImports = onceAFile((source) => {
  const form = getImportForm(source, 'import');
  return { form, place: findImportPlace(source, form), style: getStyle(source) };
});

function getStyle(source: Source): ImportStyle {
  const { text } = source;
  const model = getTopLevel(source).statements.findLast((node) => node.type === 'ImportDeclaration');
  const written = model ? text.slice(model.range[0], model.range[1]) : text;
  const hasSemicolons = model ? written.endsWith(';') : /;\s*(?:[\r\n}]|$)/.test(text);
  return {
    quote: countOf(written, '"') > countOf(written, "'") ? '"' : "'",
    semicolon: hasSemicolons ? ';' : '',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    bracketSpace: ' ',
  };
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}
