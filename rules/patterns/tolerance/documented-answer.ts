import type { TSESTree } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { getEnclosingFunction, getText, type FunctionNode, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { getNext } from './following.ts';
import { isLeftOpen } from './left-open.ts';

/**
 * Whether the comment above a function promises what becomes of a failure: the answer that it gets, "Returns undefined if the file cannot
 * be read", what takes the place of the result, "falling back to the version of the app", or that none comes out, "Failures are tolerated".
 * Then the way on is a part of what callers were told.
 */
export function isDocumentedAnswer(source: Source, handler: ErrorHandler, outcome: Outcome): boolean {
  const owner = getEnclosingFunction(handler.host);
  const text = owner && getDocumentation(source, owner);
  if (!text || isLeftOpen(source, handler)) return false;
  const sentences = text.split(/[.;](?=\s|$)|\n\s*\n|\n\s*[-@]/).filter((sentence) => !promisesMore.test(sentence));
  if (sentences.some((sentence) => tolerates.test(sentence))) return true;
  const answer = findAnswer(handler, outcome);
  if (!answer) return false;
  if (answer !== 'nothing' && sentences.some((sentence) => fallsBack.test(sentence))) return true;
  const names = getWords(source, answer);
  return names ? sentences.some((sentence) => names.test(sentence) && tellsOfFailure.test(sentence)) : false;
}

/** Words that promise a function's callers that no failure of it reaches them. */
const tolerates =
  /\b(?:failures?|errors?|exceptions?|rejections?)\b[^,:]*\b(?:are|is|get|gets|will be) (?:\w+ )?(?:tolerated|ignored|swallowed|suppressed|absorbed|discarded|not fatal|non-?fatal|harmless)\b|\b(?:never|not|cannot|doesn't|won't|without ever) (?:throw|throws|throwing|reject|rejects|rejecting)\b|\b(?:ignor|swallow|suppress|tolerat)(?:es?|ing|s) (?:any |all |every )?(?:\w+ )?(?:failures?|errors?|exceptions?)\b|\b(?:unreadable|unparsable|invalid|malformed|broken|corrupt\w*|without an? (?:readable|valid))\b.*\b(?:is|are) (?:silently )?(?:skipped|ignored|left out)\b|\bbest[- ]effort\b/i;

const fallsBack = /\bfall(?:s|ing)? ?back (?:to|on)\b|\bfallback to\b/i;

/** What the function answers on the way of the failure: at once, or by the `return` behind the handler. */
function findAnswer({ host, kind }: ErrorHandler, { exit, value }: Outcome): Node | 'nothing' | undefined {
  if (exit === 'return') return value ?? 'nothing';
  const next = exit === 'end' && kind === 'catch-clause' ? getNext(host) : undefined;
  return next?.type === 'ReturnStatement' ? (next.argument ?? 'nothing') : undefined;
}

/** Words that tell of a failure, as opposed to a search that finds nothing. */
const tellsOfFailure =
  /\b(?:cannot|can't|can not|could not|couldn't|unable|fail(?:s|ed|ing|ure)?|errors?|malformed|unreadable|unreachable|unexpected|unparsable|unusable|corrupt(?:ed)?|impossible|invalid)\b/i;

/** `only if the file does not exist`: then other failures were to be passed on. */
const promisesMore = /\bonly (?:if|when|for)\b|(?<!\b(?:never|not|cannot|doesn't|won't) )\bthrows?\b/i;

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
export function getDocumentation(source: Source, owner: FunctionNode): string {
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
