import type { TSESTree } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, getText, type FunctionNode, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { getNext } from './following.ts';
import { isLeftOpen } from './left-open.ts';

/**
 * Whether the comment above a function promises the answer that a failure gets: "Returns undefined if the file cannot be read." Then the
 * answer is a part of what callers were told.
 */
export function isDocumentedAnswer(source: Source, handler: ErrorHandler, outcome: Outcome): boolean {
  const owner = getEnclosingFunction(handler.host);
  const answer = owner && findAnswer(handler, outcome);
  if (!answer || isLeftOpen(source, handler)) return false;
  const names = getWords(source, answer);
  const text = names && getDocumentation(source, owner);
  return text
    ? text
        .split(/[.;](?=\s|$)|\n\s*\n|\n\s*[-@]/)
        .some((sentence) => names.test(sentence) && tellsOfFailure.test(sentence) && !promisesMore.test(sentence))
    : false;
}

/** What the function answers on the way of the failure: at once, or by the `return` behind the handler. */
function findAnswer({ host, kind }: ErrorHandler, { exit, value }: Outcome): Node | 'nothing' | undefined {
  if (exit === 'return') return value ?? 'nothing';
  const next = exit === 'end' && kind === 'catch-clause' ? getNext(host) : undefined;
  return next?.type === 'ReturnStatement' ? (next.argument ?? 'nothing') : undefined;
}

/** Words that tell of a failure, as opposed to a search that finds nothing. */
const tellsOfFailure =
  /\b(?:cannot|can't|can not|could not|couldn't|unable|fail(?:s|ed|ing|ure)?|errors?|malformed|unreadable|unreachable|impossible|invalid)\b/i;

/** `only if the file does not exist`: then other failures were to be passed on. */
const promisesMore = /\bonly (?:if|when|for)\b|\bthrows?\b/i;

/** The words for an answer in a sentence about it. */
function getWords(source: Source, answer: Node | 'nothing'): RegExp | undefined {
  if (answer === 'nothing') return /\b(?:undefined|nothing|void|no-?op|does nothing)\b/i;
  const inner = unwrapExpression(answer);
  switch (inner.type) {
    case 'ArrayExpression':
      return inner.elements.length === 0 ? /\bempty\b|\[\]|\bno \w+s\b/i : undefined;
    case 'ObjectExpression':
      return inner.properties.length === 0 ? /\bempty\b|\{\}/i : undefined;
    case 'Literal':
      return getWordsOfLiteral(inner);
    case 'Identifier':
      if (inner.name === 'undefined') return /\bundefined\b|\bnothing\b/i;
      return new RegExp(
        String.raw`\b${escape(getText(source, inner))}\b|\b(?:as is|as it is|as-is|unchanged|original|fall ?back|default)\b`,
        'i',
      );
    default:
      return undefined;
  }
}

function getWordsOfLiteral({ value }: TSESTree.Literal): RegExp {
  if (value === '') return /\bempty\b|''|""/i;
  return new RegExp(String.raw`(?<![\w$])${escape(String(value))}(?![\w$])`, 'i');
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`);
}

/** The comment that stands directly above a function, or above the declaration or member that holds it. */
function getDocumentation(source: Source, owner: FunctionNode): string {
  let holder: Node = owner;
  while (
    holder.parent &&
    /^(?:VariableDeclarator|VariableDeclaration|Export\w+Declaration|MethodDefinition|PropertyDefinition|Property|TSAsExpression|TSSatisfiesExpression)$/.test(
      holder.parent.type,
    )
  )
    holder = holder.parent;
  const lines: string[] = [];
  let [start] = holder.range;
  const comments = source.getAllComments();
  for (let index = comments.findLastIndex(({ range }) => range[1] <= start); index >= 0; index -= 1) {
    const comment = comments[index];
    if (!comment || !/^[ \t]*\r?\n?[ \t]*$/.test(source.text.slice(comment.range[1], start))) break;
    lines.unshift(comment.value.replace(/^[ \t]*\*+ ?/gm, ''));
    [start] = comment.range;
  }
  // What a tag such as `@returns` says of a value is a type in words, no promise.
  return lines.join('\n').split(/^\s*@\w/m)[0] ?? '';
}
