import type { TSESLint } from '@typescript-eslint/utils';

type Listener = (node: never) => void;

/** Joins the listeners of several searches; where two listen to the same nodes, both are called in their order. */
export function mergeListeners(...groups: readonly TSESLint.RuleListener[]): TSESLint.RuleListener {
  const merged: Record<string, Listener> = {};
  for (const [type, listener] of groups.flatMap((group) => Object.entries(group))) {
    if (!listener) continue;
    const first = merged[type];
    merged[type] = first
      ? (node) => {
          first(node);
          listener(node);
        }
      : listener;
  }
  return merged;
}
