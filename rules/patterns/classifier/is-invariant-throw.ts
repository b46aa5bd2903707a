import type { TSESTree } from '@typescript-eslint/utils';
import { describeMessage } from './describe-message.ts';
import { getChildNodes, isFunctionNode } from './child-nodes.ts';

type Node = TSESTree.Node;

/** Wording that marks a place which correct code never reaches. */
const marker =
  /\b(?:un?reachable|unreachable code|exhaustive(?:ness)?|invariant|assertion(?: failed)?|AssertionError|impossible|(?:should|must|can(?:not|'t)?|could|will) (?:never|not) (?:happen|be (?:here|reached|called)|get here|reach|occur)|(?:should|must) never|(?:should|shouldn't|shouldn’t) ?(?:not )?happen|can'?t happen|cannot happen|never happens?|this is a bug|is a bug|internal:|internal error:|not implemented|unimplemented|not yet implemented|method not implemented|subclass(?:es)? (?:must|should|need)|(?:must|should) (?:be )?(?:overrid\w*|implement\w*)(?: (?:by|in))? (?:a |the |its )?(?:subclass|derived|child)\w*|abstract method)\b/i;

const stub = /not (?:yet )?implemented|unimplemented|subclass|abstract|overrid/i;
const assertName = /^(?:assert|invariant|unreachable|exhaust|panic|fail$|never$)|(?:never|unreachable|exhaustive)$/i;

/**
 * Whether an error marks a place that a correct program never reaches: an exhaustiveness check, an assertion helper,
 * an abstract method. Such an error is for the developer, so no class of a hierarchy fits it better.
 */
export function isInvariantThrow(node: TSESTree.Node): boolean {
  const creation = node.type === 'ThrowStatement' ? node.argument : node;
  const owner = getOwner(creation);
  if (owner && isNeverHelper(owner)) return true;
  if (mentionsNever(creation) || isBehindNever(creation)) return true;
  const text = getText(creation);
  if (!marker.test(text)) return false;
  return stub.test(text) ? isOnlyStatement(creation, owner) : true;
}

function getText(creation: Node): string {
  if (creation.type !== 'NewExpression' && creation.type !== 'CallExpression') return '';
  const first = creation.arguments[0];
  return first
    ? describeMessage(first)
        .map((part) => (part.kind === 'text' ? part.value : ' '))
        .join('')
    : '';
}

function getOwner(node: Node): Node | undefined {
  for (let current = node.parent; current; current = current.parent) if (isFunctionNode(current)) return current;
  return undefined;
}

/** `function assertNever(value: never): never`. */
function isNeverHelper(owner: Node): boolean {
  if (!('params' in owner)) return false;
  if ((owner.params as Node[]).some((parameter) => hasNeverType(parameter))) return true;
  const name = getFunctionName(owner);
  return name !== undefined && assertName.test(name) && /never|unreachable|exhaust/i.test(name);
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

/** The whole function is the throw, so it is a stub; a lone guard in front of it makes it an operational failure. */
function isOnlyStatement(creation: Node, owner: Node | undefined): boolean {
  if (!owner || !('body' in owner) || !owner.body) return false;
  if (owner.body === creation) return true;
  const statement = creation.parent;
  const call = statement?.type === 'CallExpression' ? statement.parent : statement;
  const body: unknown = owner.body;
  return (
    call?.parent === body &&
    owner.body !== null &&
    'body' in (owner.body as Node) &&
    (owner.body as TSESTree.BlockStatement).body.length === 1
  );
}
