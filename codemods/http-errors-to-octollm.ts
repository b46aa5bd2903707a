import { findModuleUses, findReExports, type ModuleUse } from './bindings/module-uses.ts';
import type { Change, Leftover, Plan } from './engine/edit/change.ts';
import { isRefusal, type Refusal } from './engine/edit/refusal.ts';
import type { SyntaxCodemod, SyntaxFile } from './engine/transform/codemod.ts';
import { findClass, type StatusClass } from './http-errors/find-class.ts';
import { findReader, isAsked } from './http-errors/find-reader.ts';
import { isSent } from './http-errors/is-sent.ts';
import { getAlias, planAliases } from './http-errors/plan-aliases.ts';
import { planGuard } from './http-errors/plan-guard.ts';
import { getConstruction, readConstruction, type HttpErrorConstruction } from './http-errors/read-construction.ts';
import { readProperties } from './http-errors/read-properties.ts';
import { writeConstruction } from './http-errors/write-construction.ts';
import { keepCause } from './throws/keep-cause.ts';

const library = 'http-errors';

/** Takes the place of http-errors. */
export const httpErrorsToOctollm: SyntaxCodemod = {
  kind: 'syntax',
  name: 'http-errors-to-octollm',
  description: 'Throws classes of the error hierarchy with the same status and text where http-errors made an error.',
  rules: [],
  needles: /['"`]http-errors['"`]/,
  plan,
};

function plan(file: SyntaxFile): Plan {
  const { source } = file;
  const uses = findModuleUses(source, library);
  const guards = new Map(uses.filter(isAsked).map((use) => [use, planGuard(file, use)] as const));
  const readerLine = findReaderLine(file, guards);
  const outcomes = uses
    .filter((use) => !getAlias(use))
    .map((use) => ({ use, outcome: isAsked(use) ? guards.get(use) : planUse(file, use, readerLine) }));
  const changes = outcomes.flatMap(({ outcome }) => (outcome && isChange(outcome) ? [outcome] : []));
  const leftovers = outcomes.flatMap(({ use, outcome }) =>
    outcome && !isChange(outcome) ? [leave(use.node, outcome)] : [],
  );
  const reExports = findReExports(source, library).map((node) => leave(node, handedOn));
  return { changes: [...planAliases(source, uses), ...changes], leftovers: [...leftovers, ...reExports] };
}

function isChange(outcome: Change | Refusal): outcome is Change {
  return 'edits' in outcome;
}

/** Where the file depends on what only errors of http-errors have, so that its own have to stay. */
function findReaderLine(
  file: SyntaxFile,
  guards: ReadonlyMap<ModuleUse, Change | Refusal | undefined>,
): number | undefined {
  const [open] = [...guards].filter(([, outcome]) => outcome && !isChange(outcome));
  const reader = open?.[0].node ?? findReader(file);
  return reader && file.source.getLocFromIndex(reader.range[0]).line;
}

const handedOn: Refusal = {
  kind: 'use',
  reason: 'http-errors is handed on here rather than called: migrate by hand.',
};

function planUse(file: SyntaxFile, use: ModuleUse, readerLine: number | undefined): Change | Refusal {
  const node = getConstruction(use);
  if (!node) return handedOn;
  if (readerLine !== undefined) {
    const reason = `Line ${readerLine} reads what only errors of http-errors have: migrate that with it.`;
    return { kind: 'reader', reason };
  }
  if (!isSent(file.source, node))
    return {
      kind: 'use',
      reason: 'The error is handed on rather than thrown, and who gets it may read its `statusCode`.',
    };
  const construction = readConstruction(file.source, use, node);
  if (isRefusal(construction)) return construction;
  const members = readProperties(file.source, construction.properties, construction.status);
  if ('reason' in members) return members;
  const found = findClass(file, construction.status, node, construction.message);
  if (found) return planChange(file, use, construction, found, members);
  const reason = `No class of the catalogue answers with ${construction.status}: make one with \`defineError\`.`;
  return { kind: 'status', reason };
}

function planChange(
  file: SyntaxFile,
  use: ModuleUse,
  construction: HttpErrorConstruction,
  { name, confidence }: StatusClass,
  given: readonly string[],
): Change | Refusal {
  const { node, status } = construction;
  const request = file.imports.request(file.settings.errorModule, name);
  const hasCause = given.some((member) => member.startsWith('cause:'));
  const cause = hasCause ? undefined : keepCause(file, { node, className: 'HttpError', isFactory: true });
  const edits = writeConstruction(file, construction, request.local, [...(cause ? [cause.member] : []), ...given]);
  if (!edits) return { kind: 'comment', reason: 'A comment stands where its status or properties are: move it first.' };
  return {
    kind: 'class',
    start: node.range[0],
    end: node.range[1],
    // Status and text are the same; `statusCode`, `expose` and `isHttpError` are not there any more.
    applicability: 'unsafe',
    confidence,
    reason: `\`${name}\` answers ${status} with the same text; an adapter, or a handler that reads \`status\`, has to answer it.`,
    edits: [...edits, ...(cause?.edits ?? [])],
    imports: [request],
    releases: [use.local],
  };
}

function leave({ range: [start, end] }: ModuleUse['node'], { kind, reason }: Refusal): Leftover {
  return { kind, start, end, reason };
}
