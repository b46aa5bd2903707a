import { Node, type Expression } from 'ts-morph';
import { findImportedModule, findOrigin } from './library.ts';

const guarding: ReadonlySet<string> = new Set([
  'cockatiel',
  'opossum',
  'p-retry',
  'p-timeout',
  'async-retry',
  'retry',
  'promise-retry',
  'exponential-backoff',
  'ts-retry-promise',
  'bottleneck',
]);

/** What guards a call already. */
export interface Guard {
  /** Whether it is a policy of the runtime: then there is nothing left to do. */
  readonly isOurs: boolean;
  /** Why the call is left, as the end of a sentence. */
  readonly reason: string;
}

/**
 * Finds what guards a call already: a policy of a library or of ours that it is handed to, a function whose name says so, or
 * code around it that counts attempts.
 */
export function findGuard(call: Node): Guard | undefined {
  for (const ancestor of call.getAncestors()) {
    if (!Node.isCallExpression(ancestor) && !Node.isNewExpression(ancestor)) continue;
    const callee = ancestor.getExpression();
    const handed = ancestor.getArguments().find((argument) => argument.containsRange(call.getPos(), call.getEnd()));
    if (!handed) continue;
    const reason = `\`${shorten(callee.getText())}\` guards it already`;
    // Not every function of the runtime is a policy, but those that are take a function.
    if (isFunction(handed) && isPolicy(callee)) return { isOurs: true, reason };
    if (isGuard(callee)) return { isOurs: false, reason };
  }
  const owner = call.getFirstAncestor(isFunction);
  if (
    owner &&
    /\b(?:max)?(?:retry|retries|attempts?|backoff)\b/i.test(owner.getText().replace(/(['"`])(?:(?!\1).)*\1/g, ''))
  )
    return {
      isOurs: false,
      reason: 'the code around it counts attempts: what is repeated twice is repeated too often',
    };
  return undefined;
}

/** A policy of ours, by where it comes from or by its shape, wherever it was made. */
function isPolicy(callee: Expression): boolean {
  if (isOurModule(findImportedModule(callee) ?? '')) return true;
  if (!Node.isPropertyAccessExpression(callee) || callee.getName() !== 'execute') return false;
  const type = callee.getExpression().getType();
  return type.getProperty('execute') !== undefined && type.getProperty('layers') !== undefined;
}

/** The runtime, or the module of policies that this codemod writes. */
export function isOurModule(specifier: string): boolean {
  return specifier.startsWith('@octollm/errors') || /^\..*\/resilience(?:\.[cm]?[jt]s)?$/.test(specifier);
}

function isGuard(callee: Expression): boolean {
  if (guarding.has(findImportedModule(callee) ?? '')) return true;
  if (!Node.isPropertyAccessExpression(callee)) return /retry|breaker|resilien/i.test(callee.getText());
  if (!/^(?:execute|fire|wrap|run|schedule)$/.test(callee.getName())) return false;
  const origin = findOrigin(callee.getExpression())?.module ?? '';
  return guarding.has(origin) || /polic|breaker|retry|resilien|guard/i.test(callee.getText());
}

function isFunction(node: Node): boolean {
  return Node.isFunctionLikeDeclaration(node) || Node.isFunctionExpression(node) || Node.isArrowFunction(node);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
