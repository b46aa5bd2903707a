import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import { matchesName } from '../name-pattern.ts';
import { analyzeHandler } from '../outcomes/analyze-handler.ts';
import { getProvenance, type ProvenanceContext } from '../provenance.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { isWithin, type Node, type Source, type Variable } from '../source.ts';
import { findVariable } from '../variables.ts';
import type { ErrorHandler } from './error-handler.ts';

/** A place in a handler's body that names the whole error: under its own name, an alias, or as the `reason` of a settled entry. */
export interface ErrorMention {
  readonly node: TSESTree.Identifier | TSESTree.JSXIdentifier | TSESTree.MemberExpression;
  /** As it is written: `error`, `result.reason`. */
  readonly name: string;
  readonly body: Node;
  readonly context: ProvenanceContext;
}

const cache = new WeakMap<ErrorHandler, { settings: OctollmSettings; mentions: readonly ErrorMention[] }>();

/** Finds the mentions of a handler's error, those through `const error = toError(e)` included; once for all rules that ask. */
export function findErrorMentions(
  source: Source,
  settings: OctollmSettings,
  handler: ErrorHandler,
): readonly ErrorMention[] {
  const cached = cache.get(handler);
  if (cached?.settings === settings) return cached.mentions;
  const mentions = collectMentions(source, settings, handler);
  cache.set(handler, { settings, mentions });
  return mentions;
}

function collectMentions(source: Source, settings: OctollmSettings, handler: ErrorHandler): ErrorMention[] {
  const { body, kind, variables } = handler;
  // The variable of a settled result holds more than the error.
  if (!body || kind === 'settled-result' || variables.length === 0) return [];
  const { context } = analyzeHandler(source, settings, handler);
  const found: ErrorMention[] = [];
  const queue: Variable[] = [...variables];
  const seen = new Set(queue);
  for (const variable of queue) {
    for (const reference of variable.references) {
      if (!reference.isRead() || !isWithin(reference.identifier, body)) continue;
      const { identifier: node } = reference;
      found.push({ node, name: node.name, body, context });
      const alias = getAlias(context, reference.identifier);
      if (!alias || seen.has(alias)) continue;
      seen.add(alias);
      queue.push(alias);
    }
  }
  return found;
}

/** The variable that is declared to be the error that this mention is a part of: `const error = e as Error`, `toError(e)`. */
function getAlias(context: ProvenanceContext, mention: Node): Variable | undefined {
  let current: Node | undefined = mention.parent;
  while (current && isTransparent(context, current)) current = current.parent;
  if (current?.type !== 'VariableDeclarator' || current.id.type !== 'Identifier' || !current.init) return undefined;
  if (!isWithin(mention, current.init) || getProvenance(context, current.init) !== 'caught') return undefined;
  return findVariable(context.source, current.id);
}

function isTransparent({ settings }: ProvenanceContext, node: Node): boolean {
  // What other calls make of an error need not be one: an answer, a record, a text.
  if (node.type === 'CallExpression') {
    const name = getDottedName(node.callee);
    return matchesName(name, settings.normalizers) && !/(?:^|\.)serialize/.test(name);
  }
  return node.type.startsWith('TS') || node.type === 'ConditionalExpression' || node.type === 'LogicalExpression';
}
