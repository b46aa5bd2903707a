import { findVariableByName, type ErrorHandler } from 'eslint-plugin-octollm/patterns';
import type { ImportRequest, TextEdit } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { isBehindQuestion } from './behind-question.ts';
import { getReception } from './get-reception.ts';
import { hoistReads, wantsConstant } from './hoist.ts';
import { isNarrowed } from './is-narrowed.ts';
import { findAlias, type Mention } from './mentions.ts';
import { findErrorHelpers } from './error-helpers.ts';
import { narrowRead } from './narrow-read.ts';
import { getPropertyRead, type PropertyRead } from './property-read.ts';
import { getReadGuard } from './read-guard.ts';
import { certain, combine, likely, type Reception } from './reception.ts';
import { receiveRead } from './receive-read.ts';
import { makeError } from './make-error.ts';
import { writeAsText } from './write-as-text.ts';

/** What a body needs before its error can be `unknown`. */
export interface Narrowing {
  readonly edits: readonly TextEdit[];
  readonly imports: readonly ImportRequest[];
  /** The properties that get a test, each once. */
  readonly properties: readonly string[];
  /** Whether an error is made of it for places that want one. */
  readonly isMadeError: boolean;
  /** Names of the constants that the body gets. */
  readonly constants: readonly string[];
  /** Whether each use is sure to compile, or only likely to. */
  readonly isCertain: boolean;
  /** Whether a test asks for one library's errors where others may have the property as well. */
  readonly isNarrower: boolean;
}

/** A use that cannot be mended: `e.response` `is read further`. */
export interface Obstacle {
  readonly subject: string;
  readonly what: string;
}

/** Plans the tests that a handler's body needs; an obstacle where one use allows none. */
export function narrowHandler(
  file: SyntaxFile,
  handler: ErrorHandler,
  mentions: readonly Mention[],
  { messageHelper, reserved }: { readonly messageHelper: string; readonly reserved: ReadonlySet<string> },
): Narrowing | Obstacle {
  const uses = mentions
    .filter(({ node, variable }) => !isNarrowed(file.source, variable, node) && !findAlias(file.source, node))
    .map((mention) => readUse(file, mention));
  for (const { reception, subject } of uses)
    if (reception.kind === 'doubtful') return { subject, what: reception.what };
  const found = uses.flatMap(({ read }) => read ?? []);
  const reads = found.filter((read) => !isBehindQuestion(read, found));
  const isTrivial = uses.every(({ reception, read }) => !read && reception.kind !== 'error');
  if (findVariableByName(file.source, handler.node, 'Error')?.defs.length && !isTrivial)
    return { subject: 'Error', what: 'is another class in this file' };
  const { writeText, writeError, imports } = findErrorHelpers(file, handler.node, messageHelper);
  const groups = groupByProperty(reads);
  const wanted = uses.filter(({ reception }) => reception.kind === 'error');
  const constants: string[] = [];
  const edits = [...groups.values()].flatMap((group) => {
    const hoisted = wantsConstant(file, group, writeText)
      ? hoistReads(file, handler, group, { writeText, reserved })
      : undefined;
    if (hoisted) constants.push(hoisted.constant);
    return hoisted?.edits ?? group.flatMap((read) => narrowRead(file, read, writeText));
  });
  return {
    edits: [
      ...uses.flatMap(({ text }) => text ?? []),
      ...edits,
      ...wanted.map(({ mention }) => makeError(file, mention.node, writeError)),
    ],
    imports: [...(groups.has('message') ? imports.text : []), ...(wanted.length > 0 ? imports.error : [])],
    properties: [...groups.keys()],
    isMadeError: wanted.length > 0,
    constants,
    isCertain: combine(uses.map(({ reception }) => reception)) !== likely,
    isNarrower: reads.some((read) => getReadGuard(file, read).isNarrower),
  };
}

interface Use {
  readonly mention: Mention;
  readonly subject: string;
  readonly reception: Reception;
  readonly read?: PropertyRead;
  /** Makes text of the error where nothing but its text is used. */
  readonly text?: readonly TextEdit[];
}

function readUse(file: SyntaxFile, mention: Mention): Use {
  const { name } = mention.node;
  const text = writeAsText(file.source, mention.node);
  if (text) return { mention, subject: name, reception: certain, text };
  const read = getPropertyRead(mention);
  if (!read) return { mention, subject: name, reception: getReception(file, mention.node) };
  return { mention, subject: `${name}.${read.property}`, reception: receiveRead(file, read), read };
}

function groupByProperty(reads: readonly PropertyRead[]): Map<string, PropertyRead[]> {
  const groups = new Map<string, PropertyRead[]>();
  for (const read of reads) groups.set(read.property, [...(groups.get(read.property) ?? []), read]);
  return groups;
}
