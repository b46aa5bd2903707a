import type { Scope, SourceCode } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';

export type HandlerKind = 'catch-clause' | 'promise-catch' | 'promise-then' | 'callback' | 'event';

/** A place that receives errors, found by its shape alone and without the rules' own handler model. */
export interface HandlerSite {
  readonly kind: HandlerKind;
  /** One-based line of the `catch` keyword or of the callback's start. */
  readonly line: number;
  /** Offsets between which a report belongs to this handler, unless a handler inside claims it. */
  readonly range: readonly [start: number, end: number];
}

type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;

const listenerMethods = new Set(['on', 'once', 'addListener', 'addEventListener', 'prependListener']);
const errorEvents = new Set(['error', 'uncaughtException', 'unhandledRejection']);

export function findHandlerSites(sourceCode: SourceCode): readonly HandlerSite[] {
  const sites: HandlerSite[] = [];
  visit(sourceCode.ast as unknown as TSESTree.Program, sourceCode, (node) => {
    if (node.type === 'CatchClause') sites.push(createSite('catch-clause', node, node.range));
    if (node.type === 'CallExpression' || node.type === 'NewExpression') sites.push(...findCallSites(node, sourceCode));
  });
  return sites;
}

/** Finds the innermost handler around an offset. */
export function findInnermostSite(sites: readonly HandlerSite[], offset: number): HandlerSite | undefined {
  const around = sites.filter(({ range: [start, end] }) => start <= offset && offset < end);
  return around.sort((left, right) => left.range[1] - left.range[0] - (right.range[1] - right.range[0]))[0];
}

function findCallSites(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  sourceCode: SourceCode,
): readonly HandlerSite[] {
  const { callee } = call;
  if (call.type === 'CallExpression' && callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    const kind = getMethodKind(callee.property.name, call.arguments);
    const handler = kind === 'promise-catch' ? call.arguments[0] : call.arguments[1];
    // The region starts at the method's name: what comes before it in a chain is another handler's.
    if (kind && handler) return withDefinition(kind, handler, [callee.property.range[0], call.range[1]], sourceCode);
  }
  const isCatchError = callee.type === 'Identifier' && callee.name === 'catchError';
  return call.arguments.flatMap((argument) =>
    isFunction(argument) && (isCatchError || hasErrorParameter(argument))
      ? [createSite('callback', argument, argument.range)]
      : [],
  );
}

function getMethodKind(name: string, passed: readonly TSESTree.Node[]): HandlerKind | undefined {
  if (name === 'catch' && passed.length === 1) return 'promise-catch';
  if (name === 'then' && passed.length === 2) return 'promise-then';
  const [event] = passed;
  const isErrorEvent = event?.type === 'Literal' && typeof event.value === 'string' && errorEvents.has(event.value);
  return listenerMethods.has(name) && isErrorEvent ? 'event' : undefined;
}

/** A handler given by name has two places: where it is given, and the function in the same file. */
function withDefinition(
  kind: HandlerKind,
  handler: TSESTree.Node,
  range: readonly [number, number],
  sourceCode: SourceCode,
): readonly HandlerSite[] {
  const site = createSite(kind, handler, range);
  if (handler.type !== 'Identifier') return [site];
  const definition = findFunction(handler, sourceCode);
  return definition ? [site, createSite(kind, definition, definition.range)] : [site];
}

function findFunction(name: TSESTree.Identifier, sourceCode: SourceCode): FunctionNode | undefined {
  // ESLint's node type is ESTree's, which knows nothing of TypeScript.
  let scope: Scope.Scope | null = sourceCode.getScope(name as Parameters<SourceCode['getScope']>[0]);
  for (; scope; scope = scope.upper) {
    const definition = scope.set.get(name.name)?.defs[0];
    if (!definition) continue;
    // The node of a parameter is the function that takes it, not the one that is passed.
    if (definition.type === 'Parameter') return undefined;
    const node = definition.node as unknown as TSESTree.Node;
    if (node.type === 'VariableDeclarator' && node.init && isFunction(node.init)) return node.init;
    return isFunction(node) ? node : undefined;
  }
  return undefined;
}

function createSite(kind: HandlerKind, at: TSESTree.Node, range: readonly [number, number]): HandlerSite {
  return { kind, line: at.loc.start.line, range };
}

function hasErrorParameter(node: FunctionNode): boolean {
  const [first] = node.params;
  return first?.type === 'Identifier' && /^_?err(?:or)?$/.test(first.name);
}

function isFunction(node: TSESTree.Node): node is FunctionNode {
  return /^(?:ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(node.type);
}

function visit(node: TSESTree.Node, sourceCode: SourceCode, enter: (node: TSESTree.Node) => void): void {
  enter(node);
  // The keys of the parser name the properties that hold child nodes.
  const children = node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>;
  for (const key of sourceCode.visitorKeys[node.type] ?? [])
    for (const child of [children[key]].flat()) if (child) visit(child, sourceCode, enter);
}
