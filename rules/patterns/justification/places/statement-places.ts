import type { TSESTree } from '@typescript-eslint/utils';
import { findLeaving } from '../../cleanup/find-leaving.ts';
import { findUnguardedAwait } from '../../cleanup/find-unguarded-await.ts';
import { findAwaitInFinally, findCleanupBeforeThrow } from '../../cleanup/hidden-error.ts';
import { getDottedName, getLastName } from '../../dotted-name.ts';
import { getEmitterKind } from '../../events/emitter-sources.ts';
import { getErrorReception } from '../../events/find-listener.ts';
import { forgetsFirst, getDeclaredCallback } from '../../handlers/declared-callback.ts';
import { canReject } from '../../promises/can-reject.ts';
import { findDetachedCallback } from '../../promises/detached-callback.ts';
import { getSettledFate } from '../../promises/settled-fate.ts';
import type { Node, Source } from '../../source.ts';
import { resolveFunction } from '../../variables.ts';
import { findErrorVariables } from '../../wording/error-variables.ts';
import { findTextMatches } from '../../wording/text-matches.ts';

/** Finds the places of a file where the text of an error decides. */
export function findWordingPlaces(source: Source): Node[] {
  return findErrorVariables(source).flatMap((variable) => findTextMatches(source, variable).map(({ node }) => node));
}

/** Finds what a node does, apart from handlers, that a directive at its statement can justify. */
export function findJustifiablePlaces(source: Source, node: Node): (Node | undefined)[] {
  switch (node.type) {
    case 'CallExpression':
      return [
        findSettled(source, node),
        findDetached(source, node),
        findUnheard(source, node),
        findInFinally(source, node),
      ];
    case 'NewExpression':
      return [findDetached(source, node), findUnheard(source, node)];
    case 'AssignmentExpression':
      return [findDetached(source, node)];
    case 'TryStatement':
      return findMasking(source, node);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [findForgetful(source, node)];
    default:
      return [];
  }
}

function findSettled(source: Source, call: TSESTree.CallExpression): Node | undefined {
  const isSettled = getDottedName(call.callee) === 'Promise.allSettled' && getSettledFate(source, call) !== 'seen';
  return isSettled ? call : undefined;
}

function findDetached(source: Source, node: Node): Node | undefined {
  const detached = findDetachedCallback(source, node);
  return detached && canReject(source, detached.callback) ? detached.host : undefined;
}

function findUnheard(source: Source, node: Node): Node | undefined {
  return getEmitterKind(source, node) && getErrorReception(source, node) !== 'received' ? node : undefined;
}

function findForgetful(source: Source, node: Node): Node | undefined {
  const declared = getDeclaredCallback(node);
  return declared && forgetsFirst(source, declared) ? declared.parameter : undefined;
}

/** `.finally(async () => { await close(); })` */
function findInFinally(source: Source, { callee, arguments: [first] }: TSESTree.CallExpression): Node | undefined {
  if (!first || callee.type !== 'MemberExpression' || getLastName(getDottedName(callee)) !== 'finally')
    return undefined;
  const body = resolveFunction(source, first)?.body;
  return (
    body &&
    (findLeaving(source, body).find(({ type }) => type === 'ThrowStatement') ?? findUnguardedAwait(source, body))
  );
}

function findMasking(source: Source, statement: TSESTree.TryStatement): (Node | undefined)[] {
  const { handler, finalizer } = statement;
  return [
    ...(finalizer ? findLeaving(source, finalizer) : []),
    findAwaitInFinally(source, statement),
    handler ? findCleanupBeforeThrow(source, handler.body) : undefined,
  ];
}
