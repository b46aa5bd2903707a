import type { TSESLint } from '@typescript-eslint/utils';

type Listener = (node: never) => void;

/** Joins the listeners of several searches; where two listen to the same nodes, both are called in their order. */
export function mergeListeners(...groups: readonly TSESLint.RuleListener[]): TSESLint.RuleListener {
  const merged: Record<string, Listener> = {};
  for (const group of groups)
    for (const type of Object.keys(group)) {
      const listener = group[type];
      const first = merged[type];
      if (listener) merged[type] = first ? both(first, listener) : listener;
    }
  return merged;
}

function both(first: Listener, second: Listener): Listener {
  return (node) => {
    first(node);
    second(node);
  };
}
