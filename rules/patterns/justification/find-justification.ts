import type { TSESTree } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Node, Source } from '../source.ts';
import { isDirective, isReason, type Directive, type ReasonPolicy } from './reason.ts';

/** Finds the comment that justifies a handler that drops its error, as far as the policy accepts it. */
export function findJustification(
  source: Source,
  handler: ErrorHandler,
  policy: ReasonPolicy,
): TSESTree.Comment | undefined {
  if (policy.accept === 'none') return undefined;
  const comments = getHandlerComments(source, handler);
  const directed = comments.find((comment) => isDirective(comment.value, 'expected', policy.minReasonLength));
  if (directed || policy.accept === 'directive') return directed;
  return groupLines(source, comments).find((group) => isReason(group.text))?.comment;
}

/** The comments of a handler that are the directive with some reason, however short. */
export function findHandlerDirectives(source: Source, handler: ErrorHandler): TSESTree.Comment[] {
  return getHandlerComments(source, handler).filter(({ value }) => isDirective(value, 'expected', 1));
}

/** The comments of a statement that are the directive with some reason, however short. */
export function findStatementDirectives(source: Source, node: Node, directive: Directive): TSESTree.Comment[] {
  return getStatementComments(source, node).filter(({ value }) => isDirective(value, directive, 1));
}

/** Finds the directive that belongs to one statement: on its line, above it or inside it. */
export function findDirective(
  source: Source,
  node: Node,
  directive: Directive,
  minReasonLength: number,
): TSESTree.Comment | undefined {
  return getStatementComments(source, node).find((comment) => isDirective(comment.value, directive, minReasonLength));
}

/** Finds the comment that says why a statement may drop failures: `// expected: reason`, or a plain one that speaks of them. */
export function findStatementReason(source: Source, node: Node, policy: ReasonPolicy): TSESTree.Comment | undefined {
  if (policy.accept === 'none') return undefined;
  const comments = getStatementComments(source, node);
  const directed = comments.find((comment) => isDirective(comment.value, 'expected', policy.minReasonLength));
  if (directed || policy.accept === 'directive') return directed;
  return findStatementComment(source, node, speaksOfFailure);
}

/** Finds the comment of a statement that speaks of something and says why. */
export function findStatementComment(source: Source, node: Node, subject: RegExp): TSESTree.Comment | undefined {
  return groupLines(source, getStatementComments(source, node)).find(({ text }) => subject.test(text) && isReason(text))
    ?.comment;
}

/** Finds the comment of a handler that speaks of something and says why. */
export function findHandlerComment(
  source: Source,
  handler: ErrorHandler,
  subject: RegExp,
): TSESTree.Comment | undefined {
  return groupLines(source, getHandlerComments(source, handler)).find(
    ({ text }) => subject.test(text) && isReason(text),
  )?.comment;
}

/** The comments on the line of a statement, above it or inside it. */
function getStatementComments(source: Source, node: Node): TSESTree.Comment[] {
  const statement = getStatement(node);
  return getNearby(source.getAllComments(), [statement]).filter(
    (comment) =>
      isInside(comment, statement) ||
      isDirectlyAbove(source, comment, statement) ||
      isBehind(source, comment, statement),
  );
}

/** Comments in the handler itself, and those around it that speak of a failure. */
function getHandlerComments(source: Source, handler: ErrorHandler): TSESTree.Comment[] {
  const all = source.getAllComments();
  if (all.length === 0) return [];
  const construct = handler.kind === 'catch-clause' ? handler.node : handler.host;
  const anchors = getAnchors(handler.host);
  if (handler.reference !== null && handler.callback) anchors.push(getStatement(handler.callback));
  const places = [construct, handler.node, ...anchors, ...(handler.callback ? [handler.callback] : [])];
  return getNearby(all, places).filter((comment) => {
    if (isInside(comment, handler.node) || (handler.callback && isInside(comment, handler.callback))) return true;
    if (isBehind(source, comment, construct) || isInChain(comment, handler)) return true;
    if (isBeforeCatch(comment, handler)) return true;
    if (!speaksOfFailure.test(comment.value) && !isDirective(comment.value, 'expected', 1)) return false;
    return anchors.some((anchor) => isDirectlyAbove(source, comment, anchor)) || isBeside(source, comment, handler);
  });
}

/** Farther than that above or below, no comment belongs to a place. */
const reach = 2000;

/** The comments in or around some nodes: of a large file, the few that are worth a look. */
function getNearby(comments: readonly TSESTree.Comment[], places: readonly Node[]): TSESTree.Comment[] {
  const first = Math.min(...places.map(({ range }) => range[0])) - reach;
  const last = Math.max(...places.map(({ range }) => range[1])) + reach;
  const nearby: TSESTree.Comment[] = [];
  for (let index = findFirstBehind(comments, first); index < comments.length; index += 1) {
    const comment = comments[index];
    if (!comment || comment.range[0] > last) break;
    if (places.some((place) => isNear(comment, place))) nearby.push(comment);
  }
  return nearby;
}

/** The first comment that ends at an offset or behind it; comments are in the order of the text. */
function findFirstBehind(comments: readonly TSESTree.Comment[], offset: number): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.range[1] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isNear({ range: [start, end] }: TSESTree.Comment, place: Node): boolean {
  return end >= place.range[0] - reach && start <= place.range[1] + reach;
}

/** A comment between the guarded block and the word `catch`. */
function isBeforeCatch(comment: TSESTree.Comment, handler: ErrorHandler): boolean {
  if (handler.kind !== 'catch-clause' || !handler.guarded) return false;
  return comment.range[0] >= handler.guarded.range[1] && comment.range[1] <= handler.node.range[0];
}

const speaksOfFailure =
  /ignor|fail|error|throw|catch|reject|best.?effort|optional|swallow|don't care|doesn't matter|not matter|may not|might not|not (?:to )?exist|never|must not|fire.and.forget|fine|missing|fall ?back|otherwise|safe|exception|\bif\b.*\bnot?\b|unavailable|unsupported|not supported|expected|malformed|invalid|\bharm|degrade|goes? wrong|just in case|\bbreaks? off\b|optimi[sz]ation|\bhangs?\b/i;

/** `promise // reason\n .catch(() => {})`, but not a comment inside another argument. */
function isInChain(comment: TSESTree.Comment, handler: ErrorHandler): boolean {
  const { guarded, host } = handler;
  if (handler.kind === 'catch-clause' || !guarded || host.type !== 'CallExpression') return false;
  if (comment.range[0] < guarded.range[1] || comment.range[1] > host.range[1]) return false;
  return !host.arguments.some((argument) => isInside(comment, argument));
}

/** The statement of the handler, and the ones that begin with it: a comment above a loop speaks of its only step. */
function getAnchors(host: Node): Node[] {
  const anchors = [getStatement(host), ...getDeclarationBefore(getStatement(host))];
  for (let depth = 0; depth < 2; depth++) {
    const statement: Node | undefined = depth === 0 ? anchors[0] : anchors.at(-1);
    const block: Node | undefined = statement?.parent;
    if (!statement || block?.type !== 'BlockStatement' || block.body[0] !== statement || !block.parent) break;
    if (!/Statement$/.test(block.parent.type)) break;
    anchors.push(block.parent);
  }
  return anchors;
}

/** `let value;` in front of the try statement that fills it in carries the comment for both. */
function getDeclarationBefore(statement: Node): Node[] {
  const block = statement.parent;
  if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return [];
  const previous: Node | undefined = block.body[(block.body as Node[]).indexOf(statement) - 1];
  const isEmpty = previous?.type === 'VariableDeclaration' && previous.declarations.every(({ init }) => !init);
  return isEmpty && previous ? [previous] : [];
}

/** At the end of the guarded block, or on the line below the handler. */
function isBeside(source: Source, comment: TSESTree.Comment, handler: ErrorHandler): boolean {
  const { guarded, node } = handler;
  if (handler.kind !== 'catch-clause' || guarded?.type !== 'BlockStatement') return false;
  const [first] = guarded.body;
  const last = guarded.body.at(-1);
  if (last && comment.range[0] >= last.range[1] && comment.range[1] <= guarded.range[1]) return true;
  if (first && isInside(comment, guarded) && comment.range[1] <= first.range[0])
    return foreseesFailure.test(comment.value);
  if (comment.range[0] < node.range[1]) return false;
  const between = source.text.slice(node.range[1], comment.range[0]);
  if (/^[ \t]*\r?\n[ \t]*$/.test(between)) return true;
  return between.trim() === '' && saysOtherwise.test(comment.value);
}

/** What a comment at the head of the guarded code says of its failure, as opposed to what that code does. */
const foreseesFailure =
  /\b(?:if|case|when|should|unless)\b.*\b(?:fails?|throws?|not)\b|\bthrows? an? (?:error|exception)\b|\b(?:may|might|can|could|will) (?:fail|throw|reject|hang|not)\b|protect\w* (?:\w+ )?(?:against|from) (?:\w+ )?errors?|best.?effort|optional|\bignor/i;
/** How a comment behind a handler begins that goes on where the guarded code gave up. */
const saysOtherwise = /^[\s.…]*(?:otherwise|else\b|(?:always )?fall(?:ing)? ?back|instead)/i;

interface CommentGroup {
  readonly comment: TSESTree.Comment;
  text: string;
}

/** Consecutive `//` lines are one comment for the reader. */
function groupLines(source: Source, comments: readonly TSESTree.Comment[]): CommentGroup[] {
  const groups: CommentGroup[] = [];
  let end = -1;
  for (const comment of comments) {
    const last = groups.at(-1);
    const isNext = last && comment.type === 'Line' && source.text.slice(end, comment.range[0]).trim() === '';
    if (isNext) last.text += `\n${comment.value}`;
    else groups.push({ comment, text: comment.value });
    end = comment.range[1];
  }
  return groups;
}

function getStatement(node: Node): Node {
  let current = node;
  while (current.parent && !/Statement$|Declaration$|^PropertyDefinition$|^Program$/.test(current.type))
    current = current.parent;
  return current;
}

function isInside(comment: TSESTree.Comment, node: Node): boolean {
  return comment.range[0] >= node.range[0] && comment.range[1] <= node.range[1];
}

/** A comment on the rest of the node's last line. */
function isBehind(source: Source, comment: TSESTree.Comment, node: Node): boolean {
  if (comment.range[0] < node.range[1]) return false;
  return /^[ \t;,)]*$/.test(source.text.slice(node.range[1], comment.range[0]));
}

function isDirectlyAbove(source: Source, comment: TSESTree.Comment, node: Node): boolean {
  if (comment.range[1] > node.range[0]) return false;
  const between = source.text.slice(comment.range[1], node.range[0]);
  if (/^[ \t]*\r?\n?[ \t]*$/.test(between)) return startsItsLine(source, comment);
  // Further `//` lines of the same comment may stand between.
  return /^(?:[ \t]*\r?\n[ \t]*\/\/[^\n]*)*\r?\n[ \t]*$/.test(between) && startsItsLine(source, comment);
}

/** Nothing stands before it on its line, or a block begins there: `catch { // reason`. */
function startsItsLine(source: Source, comment: TSESTree.Comment): boolean {
  const line = source.text.lastIndexOf('\n', comment.range[0] - 1) + 1;
  const before = source.text.slice(line, comment.range[0]).trimEnd();
  return before === '' || before.endsWith('{');
}
