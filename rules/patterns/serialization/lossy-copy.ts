import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import type { ErrorMention } from '../handlers/error-mentions.ts';
import { getProperties } from '../object-properties.ts';
import { getKnownKind } from '../outcomes/known-kind.ts';
import type { Node } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';

/** A copy of an error that leaves out what makes it one. */
export type LossyCopyKind = 'stringified' | 'spread' | 'cloned' | 'answered';

export interface LossyCopy {
  readonly kind: LossyCopyKind;
  readonly node: Node;
}

const answers =
  /(?:^|\.)(?:_?res|response|reply|c|ctx|context|NextResponse|Response)(?:\.\w+\(\))*\.(?:json|send|jsonp)$/;
const answeredBody = /(?:^|\.)(?:ctx|context|response)\.body$/;

/** Reads the lossy copy that a mention of an error goes into, or undefined where it goes on whole. */
export function getLossyCopy(mention: ErrorMention): LossyCopy | undefined {
  const copy = readCopy(mention.node);
  if (!copy) return undefined;
  const kind = getKnownKind(mention.context, mention.node, mention.body);
  // A class that the code picked out may know how to write itself, and what is no error loses nothing.
  return kind === 'narrowed' || kind === 'other' ? undefined : copy;
}

function readCopy(mention: Node): LossyCopy | undefined {
  const value = getOutermostExpression(mention);
  const { parent } = value;
  if (parent?.type === 'SpreadElement' && parent.parent.type === 'ObjectExpression')
    return isCompleted(parent.parent) ? undefined : { kind: 'spread', node: parent };
  if (parent?.type === 'CallExpression' && getDottedName(parent.callee) === 'Object.assign')
    return isCopiedIntoNew(parent, value) ? { kind: 'spread', node: parent } : undefined;
  const container = climbLiterals(value);
  const owner = container.parent;
  if (owner?.type === 'CallExpression') return readCall(owner, container, value);
  const isAnswer =
    owner?.type === 'AssignmentExpression' && owner.right === container && answeredBody.test(getDottedName(owner.left));
  return isAnswer && container !== value ? { kind: 'answered', node: mention } : undefined;
}

/** `{ ...e, message: e.message }` names what a spread leaves behind. */
function isCompleted(literal: TSESTree.ObjectExpression): boolean {
  const names = getProperties(literal);
  return names.has('message') || names.has('stack') || names.has('error') || names.has('cause');
}

/** `Object.assign({}, e)` */
function isCopiedIntoNew({ arguments: [target, first, ...rest] }: TSESTree.CallExpression, value: Node): boolean {
  return target?.type === 'ObjectExpression' && target.properties.length === 0 && first === value && rest.length === 0;
}

/** The outermost literal that holds a value: `{ failure: { error: e } }`. */
function climbLiterals(value: Node): Node {
  let current = value;
  for (let parent = current.parent; parent; parent = current.parent) {
    const isHeld =
      (parent.type === 'Property' && parent.value === current) ||
      parent.type === 'ObjectExpression' ||
      parent.type === 'ArrayExpression' ||
      getOutermostExpression(current) !== current;
    if (!isHeld) return current;
    current = parent;
  }
  return current;
}

function readCall(call: TSESTree.CallExpression, container: Node, value: Node): LossyCopy | undefined {
  const [first, second] = call.arguments;
  if (first !== container) return undefined;
  const name = getDottedName(call.callee);
  if (name === 'JSON.stringify') return isNothing(second) ? { kind: 'stringified', node: call } : undefined;
  if (name === 'structuredClone') return { kind: 'cloned', node: call };
  if (!answers.test(name)) return undefined;
  // Fastify and its like know an error that is sent by itself.
  const isKnown = container === value && /(?:^|\.)reply(?:\.\w+\(\))*\.send$/.test(name);
  return isKnown ? undefined : { kind: 'answered', node: value };
}

/** `JSON.stringify(e, null, 2)` has no replacer that could write the error. */
function isNothing(replacer: Node | undefined): boolean {
  if (!replacer) return true;
  const inner = unwrapExpression(replacer);
  return (
    (inner.type === 'Literal' && inner.value === null) || (inner.type === 'Identifier' && inner.name === 'undefined')
  );
}
