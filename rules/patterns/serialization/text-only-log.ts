import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import type { ErrorMention } from '../handlers/error-mentions.ts';
import { isLogger } from '../outcomes/log-call.ts';
import { getKnownKind } from '../outcomes/known-kind.ts';
import { getProvenance, textMakers } from '../provenance.ts';
import { findStatementComment } from '../justification/find-justification.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { getOutermostExpression } from '../unwrap-expression.ts';

const errorLevel = /^(?:error|fatal|critical|exception|emergency|alert|logError|logException|printError|errorLog|err)$/;

/** The argument of a log call at error level that holds text of an error, with the error nowhere else in the handler. */
export interface TextOnlyLog {
  /** The name under which the handler has the error there. */
  readonly name: string;
  readonly call: TSESTree.CallExpression;
  readonly argument: Node;
  /** What to replace by the error itself: `e.message`. */
  readonly text: Node;
}

/** Finds the log calls of a handler that get only text of an error which goes nowhere else as a whole. */
export function findTextOnlyLogs(mentions: readonly ErrorMention[]): TextOnlyLog[] {
  if (mentions.some((mention) => goesOnWhole(mention))) return [];
  const found = new Map<Node, TextOnlyLog>();
  for (const mention of mentions) {
    const log = getLog(mention);
    if (log && !found.has(log.call) && getKnownKind(mention.context, mention.node, mention.body) !== 'narrowed')
      found.set(log.call, log);
  }
  return [...found.values()];
}

/** Whether the error itself, or its stack, reaches somebody: everything that is no test and takes no mere text. */
function goesOnWhole({ node, context }: ErrorMention): boolean {
  const value = getOutermostExpression(node);
  const { parent } = value;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object !== value || !isText(parent);
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'IfStatement':
    case 'TSTypeOperator':
      return false;
    case 'ConditionalExpression':
      return parent.test !== value && getProvenance(context, parent) === 'caught';
    case 'CallExpression': {
      const name = getLastName(getDottedName(parent.callee));
      // `describeFailure(state, e)` is more than text of an error; what it keeps, this place does not show.
      if (parent.callee !== value && parent.arguments[0] !== value) return true;
      return !textMakers.test(name) && !/^(?:is|has)[A-Z]/.test(name);
    }
    default:
      return true;
  }
}

const textParts = /^(?:message|name|code|status|statusCode|toString|errno|shortMessage|reason)$/;

function isText(member: TSESTree.MemberExpression): boolean {
  return textParts.test(getPropertyName(member) ?? '');
}

function getLog({ node, name: errorName, context }: ErrorMention): TextOnlyLog | undefined {
  let child: Node = node;
  const value = getOutermostExpression(node);
  const { parent } = value;
  const text = parent?.type === 'MemberExpression' && parent.object === value ? getOutermostExpression(parent) : value;
  for (let current: Node | undefined = node.parent; current; child = current, current = current.parent) {
    if (isFunction(current) || current.type.endsWith('Statement')) return undefined;
    if (current.type !== 'CallExpression' || !current.arguments.some((argument) => argument === child)) continue;
    const name = getDottedName(current.callee);
    if (!isLogger(name, context.settings)) continue;
    if (saysWhy(context.source, current)) return undefined;
    return errorLevel.test(getLastName(name)) ? { name: errorName, call: current, argument: child, text } : undefined;
  }
  return undefined;
}

const speaksOfText =
  /\b(?:not|never|only|just|without|avoid\w*|instead of|rather than)\b[^.]*\b(?:stacks?|traces?|instances?|messages?|texts?|log(?:ged|ging)?)\b/i;

/** `// Not the error itself: its stack is all internals.` */
function saysWhy(source: Source, call: Node): boolean {
  return findStatementComment(source, call, speaksOfText) !== undefined;
}
