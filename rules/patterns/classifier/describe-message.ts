import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import { onceForEach } from '../once-for-each.ts';
import { findValue } from './find-origins.ts';
import { getChildNodes, isFunctionNode } from './child-nodes.ts';
import type { MessagePart } from './throw-site.ts';

type Node = TSESTree.Node;

const deepestConstant = 3;

/** Reads the message of a `new Error(…)` or `Error(…)`; a text that is thrown as it is is its own message. */
export const describeArguments: (creation: Node) => readonly MessagePart[] = onceForEach((creation) => {
  if (creation.type === 'Literal' || creation.type === 'TemplateLiteral' || creation.type === 'BinaryExpression')
    return describeMessage(creation);
  if (creation.type !== 'NewExpression' && creation.type !== 'CallExpression') return [];
  const first = creation.arguments[0];
  return first ? describeMessage(first) : [];
});

/** Reads the message off the expression that an error is created with; a constant of the same file is looked up. */
export function describeMessage(expression: Node, depth = 0): MessagePart[] {
  switch (expression.type) {
    case 'Literal':
      return [{ kind: 'text', value: String(expression.value) }];
    case 'TemplateLiteral':
      return expression.quasis.flatMap((quasi, index): MessagePart[] => {
        const inserted = expression.expressions[index];
        const text: MessagePart = { kind: 'text', value: quasi.value.cooked ?? quasi.value.raw };
        return inserted ? [text, ...describeInserted(inserted, depth)] : [text];
      });
    case 'TaggedTemplateExpression':
      return describeMessage(expression.quasi, depth);
    case 'BinaryExpression':
      return [...describeOperand(expression.left, depth), ...describeOperand(expression.right, depth)];
    case 'LogicalExpression':
      return [...describeMessage(expression.left, depth), ...describeMessage(expression.right, depth)];
    case 'ConditionalExpression':
      return [...describeMessage(expression.consequent, depth), ...describeMessage(expression.alternate, depth)];
    case 'AwaitExpression':
      return describeMessage(expression.argument, depth);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
      return describeMessage(expression.expression, depth);
    case 'Identifier': {
      const value = depth < deepestConstant ? findValue(expression.name, expression) : undefined;
      if (value && value !== 'parameter' && isTextual(value)) return describeMessage(value, depth + 1);
      return describeName(expression.name);
    }
    case 'MemberExpression':
      return describeName(getDottedName(expression));
    case 'CallExpression':
    case 'NewExpression':
      return describeCall(expression, depth);
    case 'ArrayExpression':
      return expression.elements.flatMap((element) => (element ? [...describeMessage(element, depth), space] : []));
    default:
      return [];
  }
}

const space: MessagePart = { kind: 'text', value: ' ' };

/** `ERROR_MESSAGES.noSession` and the like. */
const messageTable = /^(?=[A-Z])\w*(?:Errors|ERRORS|Messages|MESSAGES|Reasons|REASONS)\.\w+$/;

/** A name such as `ERRORS.TOKEN_EXPIRED` or `AuthReason.TokenExpired` is text to a reader; `error.message` is not. */
function describeName(dotted: string): MessagePart[] {
  const last = dotted.slice(dotted.lastIndexOf('.') + 1);
  const isText =
    /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(last) || /^[A-Z]\w*\.[A-Z][a-z]\w*$/.test(dotted) || messageTable.test(dotted);
  return isText ? [{ kind: 'text', value: ` ${last} ` }] : [{ kind: 'placeholder', value: dotted }];
}

function describeOperand(operand: Node, depth: number): MessagePart[] {
  return isTextual(operand) ? describeMessage(operand, depth) : describeInserted(operand, depth);
}

function describeInserted(inserted: Node, depth: number): MessagePart[] {
  if (inserted.type === 'ConditionalExpression' || inserted.type === 'LogicalExpression') {
    const parts = describeMessage(inserted, depth);
    if (parts.some((part) => part.kind === 'text')) return parts;
  }
  if (inserted.type === 'Identifier' || inserted.type === 'MemberExpression') {
    const parts = describeMessage(inserted, depth);
    if (parts.length > 0) return parts;
  }
  return [{ kind: 'placeholder', value: getNameInside(inserted) }];
}

/** `String(name)`, `name.join(', ')` and `JSON.stringify(name)` insert the name. */
function getNameInside(node: Node): string {
  if (node.type === 'CallExpression') {
    const first = node.arguments[0];
    if (node.callee.type === 'MemberExpression' && node.callee.object.type !== 'Identifier')
      return getDottedName(node.callee);
    return first && first.type !== 'Literal' && !isFunctionNode(first)
      ? getNameInside(first)
      : getDottedName(node.callee);
  }
  return getDottedName(node);
}

/** Wording that a call translates or formats: `localize('key', 'Not found')`, `[...].join(' ')`. */
function describeCall(call: TSESTree.CallExpression | TSESTree.NewExpression, depth: number): MessagePart[] {
  const callee = getDottedName(call.callee);
  const receiver = call.callee.type === 'MemberExpression' ? call.callee.object : undefined;
  // What `join` puts between its parts is no wording.
  const isJoin = callee.endsWith('.join');
  const texts = [...(receiver ? [receiver] : []), ...(isJoin ? [] : call.arguments)].filter(isTextual);
  const name = messageTable.test(callee) ? [...describeName(callee), space] : [];
  if (name.length + texts.length > 0)
    return [...name, ...texts.flatMap((text) => [...describeMessage(text, depth), space])];
  return [{ kind: 'placeholder', value: getNameInside(call) }];
}

function isTextual(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string';
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return node.operator === '+' && (isTextual(node.left) || isTextual(node.right));
    case 'ConditionalExpression':
      return isTextual(node.consequent) || isTextual(node.alternate);
    case 'ArrayExpression':
      return getChildNodes(node).some(isTextual);
    default:
      return false;
  }
}
