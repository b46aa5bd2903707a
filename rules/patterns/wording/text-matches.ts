import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import type { Node, Source, Variable } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, resolveFunction } from '../variables.ts';
import type { ErrorVariable } from './error-variables.ts';
import { isComparedWithName } from './compared-with-name.ts';
import { isWording } from './is-wording.ts';
import { isOnlyTakenApart } from './taken-apart.ts';

/** One place at which the text of an error is held against wording: `e.message.includes('not found')`. */
export interface TextMatch {
  readonly node: Node;
  /** The text as it is first read: `e.message`, `String(e)`. */
  readonly text: Node;
}

interface Search {
  readonly source: Source;
  readonly errors: Set<Variable>;
  readonly texts: Set<Variable>;
  readonly matches: TextMatch[];
}

/** `message`, `stack`, `shortMessage`, `originalMessage`, `errmsg` */
export const textProperty: RegExp = /^(?:stack|errmsg|message|\w+Message)$/;
/** Calls that make text of an error: `String(e)`, `getErrorMessage(e)`, `errorToString(e)`. */
const textOfError =
  /^(?:String|inspect|stringify|\w*[mM]essage\w*|\w*(?:[eE]rror|[eE]rr|[eE]xception)\w*(?:Text|String|Msg|Stack)|(?:format|describe|print|stringify)(?:Error|Err|Exception))$/;
/** Methods of text of which the result is the same text in another form. */
const transforms =
  /^(?:to(?:Locale)?(?:Lower|Upper)Case|trim|trimStart|trimEnd|toString|slice|substring|substr|split|replace|replaceAll|normalize|at|concat)$/;
const searches = /^(?:includes|startsWith|endsWith|indexOf|lastIndexOf|search|match|matchAll)$/;
/** Searches that take something out of a text; of a stack that is a place in the code, and no decision. */
const extractions = /^(?:match|matchAll|search|exec)$/;
const positions = /^(?:indexOf|lastIndexOf)$/;

/** Follows an error to the places where its text is matched. */
export function findTextMatches(source: Source, { variable, holds }: ErrorVariable): readonly TextMatch[] {
  const search: Search = { source, errors: new Set(), texts: new Set(), matches: [] };
  if (holds === 'text') for (const { name } of variable.defs) followTextVariable(search, variable, name);
  else if (holds === 'event') for (const place of getReads(search.errors, variable)) followEvent(search, place);
  else followErrorVariable(search, variable, 0);
  return search.matches;
}

/** `event.error`, `event.reason`; the text of the event itself is all that the browser tells of an error from elsewhere. */
function followEvent(search: Search, place: Node): void {
  const { parent } = getOutermostExpression(place);
  if (parent?.type === 'MemberExpression' && /^(?:error|reason)$/.test(getPropertyName(parent) ?? ''))
    followError(search, parent, 0);
}

function followErrorVariable(search: Search, variable: Variable | undefined, depth: number): void {
  for (const place of getReads(search.errors, variable)) followError(search, place, depth);
}

function followTextVariable(search: Search, variable: Variable | undefined, text: Node): void {
  for (const place of getReads(search.texts, variable)) followText(search, place, text);
}

function getReads(seen: Set<Variable>, variable: Variable | undefined): Node[] {
  if (!variable || seen.has(variable)) return [];
  seen.add(variable);
  return variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier);
}

const deepest = 5;

function followError(search: Search, node: Node, depth: number): void {
  const value = getOutermostExpression(node);
  const { parent } = value;
  if (depth > deepest) return;
  switch (parent?.type) {
    case 'MemberExpression':
      if (parent.object === value) followMember(search, parent, depth);
      break;
    case 'CallExpression':
      if (parent.callee === value) break;
      if (textOfError.test(getLastName(getDottedName(parent.callee)))) followText(search, parent, parent);
      else if (depth === 0) followErrorVariable(search, findParameter(search.source, parent, value), depth + 1);
      break;
    case 'TemplateLiteral':
      followText(search, parent, parent);
      break;
    case 'ConditionalExpression':
      if (parent.test !== value) followError(search, parent, depth);
      break;
    case 'LogicalExpression':
      if (parent.operator !== '&&' || parent.right === value) followError(search, parent, depth);
      break;
    case 'VariableDeclarator':
      if (parent.init === value) followDeclaration(search, parent.id, depth);
      break;
    default:
  }
}

function followMember(search: Search, member: TSESTree.MemberExpression, depth: number): void {
  const property = getPropertyName(member);
  if (property === undefined) return;
  if (textProperty.test(property)) followText(search, member, member);
  else if (property === 'toString' && member.parent.type === 'CallExpression')
    followText(search, member.parent, member.parent);
  // `typeof error === 'string' && error.includes('…')`
  else if (isStringMethod(property)) {
    if (mayBeText(member.object, depth)) followMethod(search, member, member.object);
  }
  // `e.cause.message`, `e.response.data.error.message`
  else followError(search, member, depth + 1);
}

function isStringMethod(name: string): boolean {
  return transforms.test(name) || searches.test(name);
}

/** The thrown value itself, or a property that tells in words; `e.code` and `e.name` are what ought to be compared. */
function mayBeText(owner: Node, depth: number): boolean {
  const value = unwrapExpression(owner);
  // `(error.details || '').toLowerCase()`
  if (value.type === 'LogicalExpression') return mayBeText(value.left, depth);
  if (value.type !== 'MemberExpression') return depth === 0;
  return /^(?:details?|reason|description)$/.test(getPropertyName(value) ?? '');
}

/** `const failure = e`, `const { message: text } = e` */
function followDeclaration(search: Search, target: Node, depth: number): void {
  if (target.type === 'Identifier') followErrorVariable(search, findVariable(search.source, target), depth + 1);
  if (target.type !== 'ObjectPattern') return;
  for (const property of target.properties) {
    if (property.type !== 'Property' || !textProperty.test(getPropertyName(property) ?? '')) continue;
    const name = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (name.type === 'Identifier') followTextVariable(search, findVariable(search.source, name), name);
  }
}

function followText(search: Search, node: Node, text: Node): void {
  const value = getOutermostExpression(node);
  const { parent } = value;
  switch (parent?.type) {
    case 'MemberExpression':
      if (parent.object === value) followMethod(search, parent, text);
      break;
    case 'CallExpression':
      if (parent.callee !== value) followArgument(search, parent, value, text);
      break;
    case 'ConditionalExpression':
      if (parent.test !== value) followText(search, parent, text);
      break;
    case 'LogicalExpression':
      if (parent.operator !== '&&' || parent.right === value) followText(search, parent, text);
      break;
    case 'TemplateLiteral':
      followText(search, parent, text);
      break;
    case 'BinaryExpression':
      followOperator(search, parent, value, text);
      break;
    case 'SwitchStatement':
      if (parent.discriminant === value && parent.cases.some(({ test }) => test && isWording(search.source, test)))
        search.matches.push({ node: value, text });
      break;
    case 'VariableDeclarator':
      if (parent.init === value && parent.id.type === 'Identifier')
        followTextVariable(search, findVariable(search.source, parent.id), text);
      break;
    case 'AssignmentExpression':
      if (parent.right === value && parent.left.type === 'Identifier')
        followTextVariable(search, findVariable(search.source, parent.left), text);
      break;
    default:
  }
}

function followMethod(search: Search, member: TSESTree.MemberExpression, text: Node): void {
  const callee = getOutermostExpression(member);
  const call = callee.parent;
  if (call?.type !== 'CallExpression' || call.callee !== callee) {
    // `e.message.split('\n')[0]`
    if (member.computed) followText(search, member, text);
    return;
  }
  const method = getPropertyName(member) ?? '';
  const [first] = call.arguments;
  if (transforms.test(method)) followText(search, call, text);
  else if (searches.test(method) && first && isWording(search.source, first)) addSearch(search, call, method, text);
}

/** `/not found/.test(e.message)`, `messages.includes(e.message)`, `String(e.message)` */
function followArgument(search: Search, call: TSESTree.CallExpression, value: Node, text: Node): void {
  const method = getLastName(getDottedName(call.callee));
  if (textOfError.test(method)) followText(search, call, text);
  else followTextVariable(search, findParameter(search.source, call, value), text);
  if (call.callee.type !== 'MemberExpression' || call.arguments[0] !== value) return;
  const isPattern = /^(?:test|exec)$/.test(method) && isPatternOrWording(search.source, call.callee.object);
  const isList = /^(?:includes|has|indexOf)$/.test(method) && isWording(search.source, call.callee.object);
  if (isPattern || isList) addSearch(search, call, method, text);
}

/** The parameter that takes an argument, where the function stands in the same file. */
function findParameter(source: Source, call: TSESTree.CallExpression, value: Node): Variable | undefined {
  if (call.callee.type !== 'Identifier') return undefined;
  const position = call.arguments.findIndex((argument) => argument === value);
  const parameter = resolveFunction(source, call.callee)?.params[position];
  return parameter?.type === 'Identifier' ? findVariable(source, parameter) : undefined;
}

function isPatternOrWording(source: Source, owner: Node): boolean {
  return /(?:pattern|regexp?|matcher|_re|Re)s?$/i.test(getDottedName(owner)) || isWording(source, owner);
}

function followOperator(search: Search, node: TSESTree.BinaryExpression, value: Node, text: Node): void {
  if (node.operator === '+') followText(search, node, text);
  const other = node.left === value ? node.right : node.left;
  if (!/^[=!]==?$/.test(node.operator) || !isWording(search.source, other)) return;
  if (!isComparedWithName(search.source, node, other)) search.matches.push({ node, text });
}

function addSearch(search: Search, node: Node, method: string, text: Node): void {
  const isStack = text.type === 'MemberExpression' && getPropertyName(text) === 'stack';
  const isPlace = isStack && (extractions.test(method) || (positions.test(method) && isKept(node)));
  const isPart = /^(?:match|exec)$/.test(method) && isOnlyTakenApart(search.source, node);
  if (!isPlace && !isPart) search.matches.push({ node, text });
}

/** `const end = stack.indexOf('react_stack_bottom_frame')`, where the stack is to be cut. */
function isKept(node: Node): boolean {
  const { parent } = getOutermostExpression(node);
  return parent?.type === 'VariableDeclarator' || parent?.type === 'AssignmentExpression';
}
