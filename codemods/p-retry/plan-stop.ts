import type { TSESTree } from '@typescript-eslint/types';
import {
  findVariable,
  getDottedName,
  getLastName,
  getPropertyName,
  hasCommentBetween,
  unwrapExpression,
  type Node,
  type Source,
} from 'eslint-plugin-octollm/patterns';
import type { ModuleUse } from '../bindings/module-uses.ts';
import type { Refusal } from '../engine/edit/refusal.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { getValueKind } from '../values/value-kind.ts';
import { classifyModule, type PlannedUse } from './plan-call.ts';
import { stopRule } from './plan-decision.ts';

/**
 * Plans what becomes of `new AbortError(reason)`: p-retry rejects with the error in it, so that error is thrown, marked as one that
 * nothing is tried again after.
 */
export function planStop({ source, style, imports }: SyntaxFile, { node }: ModuleUse): PlannedUse | Refusal {
  const construction = node.parent;
  if (construction?.type !== 'NewExpression' || construction.callee !== node)
    return refuse('`AbortError` is used as a class or a type, and `retry` has none: mark errors instead.');
  const [reason, ...others] = construction.arguments;
  const isText = reason && isTextual(source, reason);
  if (!reason || others.length > 0 || !(isText || isCaughtOrNew(source, reason)))
    return refuse(
      'Whether this `AbortError` is made of an error or of a text does not show here: throw what it means.',
    );
  if (hasCommentBetween(source, construction.range[0], node.range[1]))
    return refuse('A comment stands between `new` and `AbortError`: move it first.');
  const { quote, bracketSpace } = style;
  const known = `{${bracketSpace}kind: ${quote}unknown${quote}, rule: ${quote}${stopRule}${quote}${bracketSpace}}`;
  const mark = imports.request(classifyModule, 'withClassification');
  const [start, end] = reason.range;
  const edits = [
    { start: construction.range[0], end: node.range[1], text: mark.local },
    ...(isText ? [{ start, end: start, text: 'new Error(' }] : []),
    { start: end, end, text: `${isText ? ')' : ''}, ${known}` },
  ];
  return { edits, imports: [mark] };
}

function refuse(reason: string): Refusal {
  return { kind: 'abort-error', reason };
}

/** Members that hold texts wherever they are found. */
const textMembers = /^(?:message|statusText|text|description|reasonPhrase)$/;

function isTextual(source: Source, reason: Node): boolean {
  const inner = unwrapExpression(reason);
  if (inner.type === 'MemberExpression') return textMembers.test(getPropertyName(inner) ?? '');
  return getValueKind(source, reason) === 'string';
}

function isCaughtOrNew(source: Source, reason: Node): boolean {
  const inner = unwrapExpression(reason);
  if (inner.type === 'NewExpression') return /Error$/.test(getLastName(getDottedName(inner.callee)));
  return inner.type === 'Identifier' && isCaught(source, inner);
}

/** `catch (error)` and `.catch((error) => …)` */
function isCaught(source: Source, name: TSESTree.Identifier): boolean {
  const definition = findVariable(source, name)?.defs[0];
  if (definition?.type === 'CatchClause') return true;
  const call = definition?.type === 'Parameter' ? definition.node.parent : undefined;
  return call?.type === 'CallExpression' && getLastName(getDottedName(call.callee)) === 'catch';
}
