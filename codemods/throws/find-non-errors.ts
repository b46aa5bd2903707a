import {
  describeNonError,
  matchesName,
  throwableResults,
  unwrapExpression,
  type Failure,
  type Node,
} from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { getValueKind } from '../values/value-kind.ts';

/** What is sent in place of an error. */
export interface NonErrors {
  /** Texts that stand there: `throw 'not found'`, `reject(`no ${name}`)`. They are messages in search of an error. */
  readonly texts: readonly Node[];
  /** Anything else: `throw { code: 1 }`, `reject()`. */
  readonly others: readonly { readonly node: Node; readonly what: string }[];
}

/** The channels of which a receiver expects an error, and not a text of a protocol. */
const channelsOfText: ReadonlySet<string> = new Set(['throw', 'reject', 'promise-reject', 'callback']);

/** Finds what the rule `only-throw-errors` reports. */
export function findNonErrors(file: SyntaxFile, failures: readonly Failure[]): NonErrors {
  const texts: Node[] = [];
  const others: { node: Node; what: string }[] = [];
  for (const failure of failures) {
    if (failure.channel === 'result') continue;
    const what = describeNonError(file.source, failure, (name) => matchesName(name, throwableResults));
    if (what === undefined || isEmptyByRight(failure)) continue;
    if (failure.value && isText(file, failure)) texts.push(failure.value);
    else others.push({ node: failure.node, what: what === 'nothing' ? '`undefined`' : what });
  }
  return { texts, others };
}

/** Only a rejection needs a reason: an abort and a callback may come without. */
function isEmptyByRight({ channel, value }: Failure): boolean {
  return value === null && channel !== 'reject' && channel !== 'promise-reject';
}

/** A text that stands there, not one from elsewhere. */
function isText({ source }: SyntaxFile, { channel, value }: Failure): boolean {
  if (!value || !channelsOfText.has(channel)) return false;
  const { type } = unwrapExpression(value);
  const isWritten = type === 'Literal' || type === 'TemplateLiteral' || type === 'BinaryExpression';
  return isWritten && getValueKind(source, value) === 'string';
}
