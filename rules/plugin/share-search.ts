import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Node, Source } from '../patterns/source.ts';
import { walk } from '../patterns/walk.ts';

interface Search<Found> {
  readonly found: Found[];
  isComplete: boolean;
}

type Visit<Found> = (source: Source, visit: (found: Found) => void) => TSESLint.RuleListener;

/**
 * Makes the rules of a run share one search through a file: the first that asks listens to the nodes, and all get what was found, in the
 * order of the text, when the traversal ends.
 */
export function shareSearch<Found>(
  nodeTypes: readonly string[],
  find: (source: Source, node: Node) => readonly Found[],
): Visit<Found> {
  const searches = new WeakMap<TSESTree.Program, Search<Found>>();
  const collect = (source: Source, search: Search<Found>, node: Node): void => {
    for (const found of find(source, node)) search.found.push(found);
  };
  return (source, visit) => {
    const known = searches.get(source.ast);
    const search = known ?? { found: [], isComplete: false };
    const finish = (): void => {
      // A traversal that a rule ended by its error leaves a part; whoever comes next starts anew.
      if (known && !search.isComplete) {
        search.found.length = 0;
        walk(source, source.ast, (node) => {
          if (nodeTypes.includes(node.type)) collect(source, search, node);
        });
      }
      search.isComplete = true;
      search.found.forEach(visit);
    };
    if (known) return { 'Program:exit': finish };
    searches.set(source.ast, search);
    const listen = (node: Node): void => collect(source, search, node);
    return { ...Object.fromEntries(nodeTypes.map((type) => [type, listen])), 'Program:exit': finish };
  };
}
