import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import type { ErrorMention } from '../handlers/error-mentions.ts';
import type { Node, Source } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { some } from '../walk.ts';

/** The properties by which people and programs know an error. */
export const identifyingProperties = ['message', 'name', 'stack', 'code', 'cause'] as const;

export interface ErrorMutation {
  readonly node: Node;
  /** What is written; `*` where the text does not show it. */
  readonly property: string;
}

/** Reads the write to a property that a mention of an error is a part of, or undefined for every other use. */
export function getMutation(source: Source, { node }: ErrorMention): ErrorMutation | undefined {
  const value = getOutermostExpression(node);
  const { parent } = value;
  if (parent?.type === 'MemberExpression' && parent.object === value) return readAssignment(source, parent);
  if (parent?.type === 'CallExpression' && parent.arguments[0] === value) return readCall(parent);
  return undefined;
}

function readAssignment(source: Source, member: TSESTree.MemberExpression): ErrorMutation | undefined {
  const target = getOutermostExpression(member);
  const assignment = target.parent;
  if (assignment?.type === 'UnaryExpression' && assignment.operator === 'delete')
    return readDeletion(assignment, member);
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== target) return undefined;
  // `e.code ??= 'UNKNOWN'` fills in what is missing and hides nothing.
  if (assignment.operator === '??=' || assignment.operator === '||=') return undefined;
  const property = getPropertyName(member);
  if (property === undefined || !isIdentifying(property)) return undefined;
  if (property === 'stack' && keepsStack(source, assignment)) return undefined;
  return { node: assignment, property };
}

/** `delete e.stack` */
function readDeletion(node: Node, member: TSESTree.MemberExpression): ErrorMutation | undefined {
  const property = getPropertyName(member);
  return property !== undefined && isIdentifying(property) ? { node, property } : undefined;
}

/** `e.stack += asyncStack` and `e.stack = clean(e.stack)`: the old lines are a part of the new ones. */
function keepsStack(source: Source, { operator, right }: TSESTree.AssignmentExpression): boolean {
  if (operator !== '=') return true;
  return some(source, right, (node) => node.type === 'MemberExpression' && getPropertyName(node) === 'stack');
}

function readCall(call: TSESTree.CallExpression): ErrorMutation | undefined {
  const name = getDottedName(call.callee);
  if (name === 'Object.assign') return readAssigned(call);
  if (name !== 'Object.defineProperty' && name !== 'Reflect.set' && name !== 'Reflect.defineProperty') return undefined;
  const key = call.arguments[1];
  const property = key?.type === 'Literal' ? String(key.value) : undefined;
  return property !== undefined && isIdentifying(property) ? { node: call, property } : undefined;
}

/** `Object.assign(e, { message })`; what is named elsewhere may be anything. */
function readAssigned(call: TSESTree.CallExpression): ErrorMutation | undefined {
  for (const argument of call.arguments.slice(1)) {
    const inner = unwrapExpression(argument);
    if (inner.type !== 'ObjectExpression') return { node: call, property: '*' };
    for (const member of inner.properties) {
      const property = member.type === 'Property' ? getPropertyName(member) : '*';
      if (property !== undefined && (property === '*' || isIdentifying(property))) return { node: call, property };
    }
  }
  return undefined;
}

function isIdentifying(property: string): boolean {
  return identifyingProperties.some((known) => known === property);
}
