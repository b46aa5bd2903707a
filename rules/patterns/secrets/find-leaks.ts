import type { TSESTree } from '@typescript-eslint/utils';
import { isBuiltInConstruction, type ErrorConstruction } from '../causes/error-construction.ts';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { matchesName } from '../name-pattern.ts';
import { onceAFile } from '../once-a-file.ts';
import { onceForEach } from '../once-for-each.ts';
import { getFunctionName } from '../function-name.ts';
import { getEnclosingFunction, getText, isFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue } from '../variables.ts';
import { some } from '../walk.ts';
import { isServerRequest } from './server-request.ts';
import { isBareToken, isCookie, isSecretName, type SecretNames } from './secret-name.ts';

/** A value that an error would carry into logs and answers. */
export interface Leak {
  /** The expression that holds it. */
  readonly node: Node;
  readonly name: string;
  /** Whether it is an object that holds secrets among other things. */
  readonly isWhole: boolean;
}

export interface LeakPolicy {
  readonly names: SecretNames;
  /** Dotted names of objects that hold secrets: `process.env`, `*.headers`. */
  readonly objects: readonly string[];
}

/** Finds the secrets in the text and in the literals that an error is made of. */
export function findLeaks(source: Source, construction: ErrorConstruction, policy: LeakPolicy): Leak[] {
  const search: Search = { source, policy, construction, found: [] };
  construction.node.arguments.forEach((argument, index) => {
    const value = resolve(search, argument);
    if (!mayTell(getText(source, value), policy)) return;
    // What a class of the project makes of an argument, the text does not show; the language's own make it the message.
    const isMessage = index === 0 && isBuiltInConstruction(source, construction);
    look(search, value, isMessage ? 'text' : 'argument');
  });
  return search.found;
}

/** Finds the secrets in what is added to an error when it leaves: `throw Object.assign(error, { token })`. */
export function findAddedLeaks(
  source: Source,
  construction: ErrorConstruction,
  sent: Node,
  policy: LeakPolicy,
): Leak[] {
  const call = unwrapExpression(sent);
  if (call.type !== 'CallExpression' || getDottedName(call.callee) !== 'Object.assign') return [];
  const search: Search = { source, policy, construction, found: [] };
  for (const data of call.arguments.slice(1))
    if (mayTell(getText(source, data), policy)) look(search, data, 'argument');
  return search.found;
}

interface Search {
  readonly source: Source;
  readonly policy: LeakPolicy;
  readonly construction: ErrorConstruction;
  readonly found: Leak[];
}

/** Where a value stands: written out as text, as the value of a property, or as an argument whose use is unknown. */
type Place = 'text' | 'property' | 'argument';

/** Whether a glance at a text allows a leak: nearly all errors end here, and nothing is looked up for them. */
function mayTell(text: string, { names, objects }: LeakPolicy): boolean {
  return names.glance.test(text) || objects.some((name) => text.includes(name.replace(/^\*/, '')));
}

const getMayTellInFile: (policy: LeakPolicy) => (source: Source) => boolean = onceForEach((policy) =>
  onceAFile(({ text }) => mayTell(text, policy)),
);

/** Text that is made in a constant of its own. */
function resolve({ source, policy }: Search, argument: Node): Node {
  const inner = unwrapExpression(argument);
  if (inner.type !== 'Identifier' || !getMayTellInFile(policy)(source)) return argument;
  const variable = findVariable(source, inner);
  const value = variable && getOnlyValue(variable);
  return value && /^(?:TemplateLiteral|BinaryExpression)$/.test(value.type) ? value : argument;
}

function look(search: Search, node: Node, place: Place): void {
  const inner = unwrapExpression(node);
  switch (inner.type) {
    case 'TemplateLiteral':
      return inner.expressions.forEach((expression) => look(search, expression, 'text'));
    case 'BinaryExpression':
      if (inner.operator !== '+') return;
      look(search, inner.left, 'text');
      return look(search, inner.right, 'text');
    case 'ConditionalExpression':
      look(search, inner.consequent, place);
      return look(search, inner.alternate, place);
    case 'LogicalExpression':
      if (inner.operator !== '&&') look(search, inner.left, place);
      return look(search, inner.right, place);
    case 'ObjectExpression':
      return inner.properties.forEach((property) => lookAtProperty(search, property));
    case 'ArrayExpression':
      return inner.elements.forEach((element) => element && look(search, element, 'property'));
    case 'CallExpression':
      return lookThroughCall(search, inner);
    case 'Identifier':
    case 'MemberExpression':
      if (place !== 'argument') lookAtName(search, inner, node, place);
  }
}

function lookAtProperty(search: Search, property: TSESTree.ObjectLiteralElement): void {
  if (property.type === 'SpreadElement') {
    const name = getDottedName(property.argument);
    if (isSensitiveObject(search, property.argument, name)) search.found.push({ node: property, name, isWhole: true });
    return;
  }
  // The cause is the error that was caught, whatever its variable is called.
  if (getPropertyName(property) !== 'cause') look(search, property.value, 'property');
}

const asText = /^(?:String|encodeURI|encodeURIComponent|JSON\.stringify|inspect|util\.inspect)$/;

/** `JSON.stringify(headers)` and `password.trim()` say as much as the value itself; what else a call returns, its name does not tell. */
function lookThroughCall(search: Search, call: TSESTree.CallExpression): void {
  const name = getDottedName(call.callee);
  const [first] = call.arguments;
  if (first && asText.test(name)) return look(search, first, name === 'String' ? 'text' : 'property');
  const callee = unwrapExpression(call.callee);
  if (callee.type === 'MemberExpression' && /^(?:toString|trim|toLowerCase|toUpperCase)$/.test(getLastName(name)))
    look(search, callee.object, 'text');
}

function lookAtName(search: Search, inner: Node, node: Node, place: Place): void {
  const { names } = search.policy;
  const dotted = getDottedName(inner);
  const last = getLastName(dotted);
  // `${headers}` prints `[object Object]`; only as a value the object goes along.
  if (place === 'property' && isSensitiveObject(search, inner, dotted)) {
    if (!isKnownEmpty(search, inner)) search.found.push({ node, name: dotted, isWhole: true });
    return;
  }
  const isSecret =
    isSecretName(last, names) || isCookie(dotted, names) || (isBareToken(last, names) && speaksOfAccess(search));
  if (isSecret && !isOfSchema(dotted) && !isKnownEmpty(search, inner) && !isOpaque(search, inner))
    search.found.push({ node, name: dotted, isWhole: false });
}

function isSensitiveObject({ source, policy, construction }: Search, node: Node, dotted: string): boolean {
  if (!matchesName(dotted, policy.objects) || !failure.test(construction.className)) return false;
  return (dotted !== 'req' && dotted !== 'request') || isServerRequest(source, node);
}

/** `throw new ContinueAsNew({ headers })` hands on work, and nobody logs it. */
const failure = /err|exception|fail|fault|problem|reject|abort|denied|invalid|timeout|boom/i;

const access =
  /\b(?:auth\w*|un-?auth\w*|log-?in|logged in|log in|sign-?in|signed in|session|jwt|bearer|credentials?|expired?|oauth\w*|revoked|verif\w+|malformed)\b/i;
const grammar =
  /\b(?:unexpected|expected|pars\w+|syntax|lexer|position|line|column|operator|character|pars|contract|swap|balance|pool|chain|inject\w*|provider|cursor|pages?|pagination|continuation)\b/i;

/** Whether the words around a bare `token` are about who may do what, and not about grammar, coins or dependencies. */
function speaksOfAccess({ source, construction }: Search): boolean {
  const owner = getEnclosingFunction(construction.node);
  const names = `${construction.className} ${(owner && getFunctionName(owner)) ?? ''}`;
  const text = `${names.replace(/([a-z])([A-Z])/g, '$1 $2')} ${getText(source, construction.node)}`;
  return access.test(text) && !grammar.test(text);
}

/** `privateKey: CryptoKey` and `pair.privateKey` of a `pair: CryptoKeyPair` are handles, and print nothing of the key. */
function isOpaque({ source }: Search, value: Node): boolean {
  const owner = value.type === 'MemberExpression' ? unwrapExpression(value.object) : value;
  const name = owner.type === 'Identifier' ? findVariable(source, owner)?.defs[0]?.name : undefined;
  const annotation = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return annotation !== undefined && /^(?:CryptoKey(?:Pair)?|KeyObject)$/.test(getText(source, annotation));
}

/** `if (!password) throw …`: what is not there cannot be told. */
function isKnownEmpty({ source, construction }: Search, value: Node): boolean {
  const text = getText(source, value);
  let child: Node = construction.node;
  for (let current: Node | undefined = child.parent; current; child = current, current = current.parent) {
    if (isFunction(current)) return false;
    if (current.type !== 'IfStatement' || current.consequent !== child) continue;
    if (some(source, current.test, (node) => saysEmpty(source, node, text))) return true;
  }
  return false;
}

function saysEmpty(source: Source, node: Node, text: string): boolean {
  if (node.type === 'UnaryExpression')
    return (node.operator === '!' || node.operator === 'typeof') && getText(source, node.argument) === text;
  if (node.type !== 'BinaryExpression' || !node.operator.startsWith('==') || getText(source, node.left) !== text)
    return false;
  const { right } = node;
  return right.type === 'Literal' ? !right.value : right.type === 'Identifier' && right.name === 'undefined';
}

/** `errors.password`, `Fields.Password`, `envKeys.apiKey` and `t.password` are about a field, not its content. */
function isOfSchema(dotted: string): boolean {
  return (
    /(?:^|\.)(?:errors?|fields?|labels?|messages?|schemas?|types?|(?:env|header|field|query|param|cookie|storage|config|settings?)(?:Keys|Names|Vars)|[A-Z]\w*|t|i18n)\.[\w$]+$/.test(
      dotted,
    ) && !dotted.startsWith('process.')
  );
}
