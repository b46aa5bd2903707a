import type { TSESTree } from '@typescript-eslint/utils';
import { describeArguments } from './describe-message.ts';
import { isWholeBody } from './is-whole-body.ts';
import { getChildNodes, isFunctionNode } from './child-nodes.ts';

type Node = TSESTree.Node;

/** Wording that marks a place which correct code never reaches. */
const marker = new RegExp(
  [
    /\bun-?reachable\b/,
    /\bexhaustive(?:ness)?\b/,
    /\binvariant\b/,
    /\bassertion ?(?:failed|error)\b/,
    /\bimpossible\b/,
    /\b(?:should|must|can?|could|wo|will|does)(?:n['’]t| ?not| never) (?:ever )?(?:happen|occur|be (?:here|reached|possible)|get here|reach)\b/,
    /\b(?:should|must)(?:n['’]t| ?not| never) be called\b\W*(?:$|here|twice)/,
    /\b(?:should|must) never\b/,
    /\bnever happens?\b/,
    /\b(?:is (?:(?:likely|probably|possibly) )?a|programming|programmer|developer) (?:bug|error)\b/,
    /^\W*(?:internal|bug)(?: error)?:/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** Wording of a method that somebody else has to write; a marker only where the function does nothing else. */
const stub = /^(?:[\w.#$]+(?:\(\))?:? )?(?:is )?(?:not (?:yet )?|un)implemented\b|\bsub-?class|\babstract\b|\boverrid/i;
/** `Assertion failed: ` is a label in front of the caller's words; more than that is a message of its own. */
const longestLabel = 20;
const assertion = /^(?:assert|invariant|unreachable|panic|never|exhaust)/i;

/**
 * Whether an error marks a place that a correct program never reaches: an exhaustiveness check, an assertion helper,
 * an abstract method. Such an error is for the developer, so no class of a hierarchy fits it better.
 */
export function isInvariantThrow(node: TSESTree.Node): boolean {
  const creation = node.type === 'ThrowStatement' ? node.argument : node;
  const owner = getOwner(creation);
  if (owner && isNeverHelper(owner, creation)) return true;
  if (mentionsNever(creation) || isBehindNever(creation)) return true;
  const text = getText(creation);
  if (marker.test(text)) return true;
  return stub.test(text) && isWholeBody(creation);
}

function getText(creation: Node): string {
  return describeArguments(creation)
    .map((part) => (part.kind === 'text' ? part.value : ' '))
    .join('');
}

function getOwner(node: Node): Node | undefined {
  for (let current = node.parent; current; current = current.parent) if (isFunctionNode(current)) return current;
  return undefined;
}

/** `assertNever(value: never)`, `unreachable()`, and `assert(condition, message)` with the caller's own message. */
function isNeverHelper(owner: Node, creation: Node): boolean {
  if (!('params' in owner)) return false;
  const parameters = owner.params as Node[];
  if (parameters.some(hasNeverType)) return true;
  const name = getFunctionName(owner);
  if (name === undefined) return false;
  if (/never|unreachable|exhaust/i.test(name)) return true;
  return assertion.test(name) && isMessageGiven(creation, parameters);
}

function isMessageGiven(creation: Node, parameters: readonly Node[]): boolean {
  const names = parameters.flatMap(getNames);
  const parts = describeArguments(creation);
  const own = getText(creation).trim();
  return own.length <= longestLabel && parts.some((part) => part.kind === 'placeholder' && names.includes(part.value));
}

function getNames(parameter: Node): string[] {
  if (parameter.type === 'Identifier') return [parameter.name];
  return parameter.type === 'AssignmentPattern' ? getNames(parameter.left) : [];
}

function getFunctionName(owner: Node): string | undefined {
  if ('id' in owner && owner.id?.type === 'Identifier') return owner.id.name;
  const parent = owner.parent;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent?.type === 'MethodDefinition' && parent.key.type === 'Identifier') return parent.key.name;
  return undefined;
}

function hasNeverType(node: Node): boolean {
  return 'typeAnnotation' in node && node.typeAnnotation?.type === 'TSTypeAnnotation'
    ? node.typeAnnotation.typeAnnotation.type === 'TSNeverKeyword'
    : false;
}

/** The message inserts a value of type `never`: `${value satisfies never}`, `${check}` with `const check: never = value`. */
function mentionsNever(node: Node): boolean {
  if (node.type === 'TSSatisfiesExpression' || node.type === 'TSAsExpression')
    if (node.typeAnnotation.type === 'TSNeverKeyword') return true;
  if (node.type === 'Identifier') return /exhaustive/i.test(node.name);
  return getChildNodes(node).some(mentionsNever);
}

/** A statement before the throw checks for `never`: `const check: never = value`, `value satisfies never`. */
function isBehindNever(creation: Node): boolean {
  let statement: Node = creation;
  while (statement.parent && !isStatementList(statement.parent)) {
    if (isFunctionNode(statement.parent)) return false;
    statement = statement.parent;
  }
  const list = statement.parent;
  if (!list || !isStatementList(list)) return false;
  const statements: readonly Node[] = list.type === 'SwitchCase' ? list.consequent : list.body;
  const previous = statements[statements.indexOf(statement) - 1];
  return previous !== undefined && checksNever(previous);
}

function isStatementList(
  node: Node,
): node is TSESTree.BlockStatement | TSESTree.SwitchCase | TSESTree.Program | TSESTree.StaticBlock {
  return (
    node.type === 'BlockStatement' ||
    node.type === 'SwitchCase' ||
    node.type === 'Program' ||
    node.type === 'StaticBlock'
  );
}

function checksNever(statement: Node): boolean {
  if (statement.type === 'VariableDeclaration')
    return statement.declarations.some((declarator) => hasNeverType(declarator.id));
  return statement.type === 'ExpressionStatement' && mentionsNever(statement.expression);
}
