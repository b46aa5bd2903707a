import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import { collectCallees, isFunctionNode } from './child-nodes.ts';
import { collectConstants, describeGuard } from './describe-guard.ts';
import { describeArguments } from './describe-message.ts';
import { isWholeBody } from './is-whole-body.ts';
import type { Guard, GuardQuestion, ThrowSite } from './throw-site.ts';

type Node = TSESTree.Node;

/** What is gathered on the way from the throw up to its function. */
interface Surroundings {
  readonly guards: Guard[];
  readonly callees: string[];
  readonly callbackOf: string[];
  readonly parameters: string[];
  readonly statuses: number[];
  readonly codes: string[];
  functionName: string;
  className: string;
  caught: boolean;
}

/**
 * Describes where an error is created.
 *
 * @param node the `new Error(…)` or the `throw` statement, in a tree whose nodes have `parent`
 * @param sourceText the text of the file
 * @param filePath the path of the file; its last folders count as evidence
 */
export function describeThrowSite(node: TSESTree.Node, sourceText: string, filePath = ''): ThrowSite {
  const creation = node.type === 'ThrowStatement' ? node.argument : node;
  const found: Surroundings = {
    guards: [],
    callees: [],
    callbackOf: [],
    parameters: [],
    statuses: [],
    codes: [],
    functionName: '',
    className: '',
    caught: false,
  };
  for (let child: Node = creation, parent = child.parent; parent; child = parent, parent = parent.parent) {
    if (found.functionName === '') describeStep(child, parent, sourceText, found);
    if (parent.type === 'ClassDeclaration' || parent.type === 'ClassExpression') {
      found.className ||= parent.id?.name ?? '';
    }
  }
  if (found.callees.length === 0) found.callees.push(...(found.guards[0]?.origins ?? []).filter(isCallee));
  return { ...found, message: describeArguments(creation), filePath, isWholeBody: isWholeBody(creation) };
}

function isCallee(origin: string): boolean {
  return origin !== 'parameter' && origin !== 'this' && !origin.endsWith('[]');
}

/** Tests further out decide nothing. */
const mostGuards = 2;
const buildMode = /^(?:process\.env\.NODE_ENV|import\.meta\.env\.(?:DEV|PROD|MODE)|__(?:DEV|PROD)__)$/;

function describeStep(child: Node, parent: Node, sourceText: string, found: Surroundings): void {
  const guard = (test: Node, otherwise: boolean, also?: GuardQuestion): void => {
    if (found.guards.length < mostGuards) {
      const described = describeGuard(test, sourceText, otherwise, also);
      // Whether a check runs in this build says nothing of what it found.
      if (described.names.length > 0 && described.names.every((name) => buildMode.test(name))) return;
      found.guards.push(described);
    }
    if (!otherwise) collectConstants(test, found);
  };
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (child !== parent.test) guard(parent.test, child === parent.alternate);
      break;
    case 'LogicalExpression':
      if (child === parent.right) guard(parent.left, false, parent.operator === '&&' ? undefined : 'absence');
      break;
    case 'SwitchCase':
      if (parent.parent.type === 'SwitchStatement') {
        if (parent.test) collectConstants(parent.test, found);
        guard(parent.parent.discriminant, parent.test === null, 'choice');
      }
      break;
    case 'CatchClause':
      found.caught = true;
      if (parent.parent.type === 'TryStatement') found.callees.push(...collectCallees(parent.parent.block));
      break;
    case 'BlockStatement':
      if (found.guards.length === 0 && !found.caught) describeFallThrough(child, parent, guard);
      break;
    default:
      if (isFunctionNode(parent)) describeFunction(parent, found);
  }
}

/** A throw behind `if (found) return found` happens where that test failed. */
function describeFallThrough(
  child: Node,
  block: TSESTree.BlockStatement,
  guard: (test: Node, otherwise: boolean) => void,
): void {
  for (let index = block.body.indexOf(child as TSESTree.Statement) - 1; index >= 0; index -= 1) {
    const statement = block.body[index];
    if (statement?.type !== 'IfStatement' || statement.alternate) continue;
    const branch = statement.consequent;
    const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
    if (last?.type === 'ReturnStatement' || last?.type === 'ContinueStatement') {
      guard(statement.test, true);
      return;
    }
  }
}

function describeFunction(node: Node, found: Surroundings): void {
  if (!('params' in node)) return;
  for (const parameter of node.params as Node[]) found.parameters.push(...getBoundNames(parameter));
  const parent = node.parent;
  const name = 'id' in node && node.id?.type === 'Identifier' ? node.id.name : getNameFromParent(parent);
  if (name) {
    found.functionName = name;
    return;
  }
  if (parent?.type === 'CallExpression') describeCallback(node, parent, found);
  else if (parent?.type === 'AssignmentExpression') found.callbackOf.push(getDottedName(parent.left));
}

function getNameFromParent(parent: Node | undefined): string | undefined {
  switch (parent?.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return getPropertyName(parent);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    default:
      return undefined;
  }
}

function describeCallback(callback: Node, call: TSESTree.CallExpression, found: Surroundings): void {
  const callee = getDottedName(call.callee);
  const first = call.arguments[0];
  const event = first?.type === 'Literal' && typeof first.value === 'string' ? ` ${first.value}` : '';
  found.callbackOf.push(`${callee}${event}`);
  const isRejection = callee.endsWith('.catch') || (callee.endsWith('.then') && call.arguments[1] === callback);
  if (isRejection && call.callee.type === 'MemberExpression') {
    found.caught = true;
    found.callees.push(...collectCallees(call.callee.object));
  }
}

function getBoundNames(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return getBoundNames(pattern.left);
    case 'RestElement':
      return getBoundNames(pattern.argument);
    case 'TSParameterProperty':
      return getBoundNames(pattern.parameter);
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        getBoundNames(property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? getBoundNames(element) : []));
    default:
      return [];
  }
}
