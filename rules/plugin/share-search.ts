import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Node, Source } from '../patterns/source.ts';
import { walk } from '../patterns/walk.ts';

interface Search<Found> {
  readonly found: Found[];
  readonly nodeTypes: readonly string[];
  isComplete: boolean;
}

type Visit<Found> = (source: Source, visit: (found: Found) => void) => TSESLint.RuleListener;

/**
 * Makes the rules of a run share one search through a file: the first that asks listens to the nodes, and all get what was found, in the
 * order of the text, when the traversal ends.
 *
 * @param getNodeTypes the types at which a file may have something to find; without any the file is not searched
 */
export function shareSearch<Found>(
  getNodeTypes: (source: Source) => readonly string[],
  find: (source: Source, node: Node) => readonly Found[],
): Visit<Found> {
  const searches = new WeakMap<TSESTree.Program, Search<Found>>();
  return (source, visit) => {
    const known = searches.get(source.ast);
    const search: Search<Found> = known ?? { found: [], nodeTypes: getNodeTypes(source), isComplete: false };
    if (!known) searches.set(source.ast, search);
    if (search.nodeTypes.length === 0) return {};
    const collect = (node: Node): void => {
      for (const found of find(source, node)) search.found.push(found);
    };
    const finish = (): void => {
      // A traversal that a rule ended by its error leaves a part; whoever comes next starts anew.
      if (known && !search.isComplete) {
        search.found.length = 0;
        walk(source, source.ast, (node) => {
          if (search.nodeTypes.includes(node.type)) collect(node);
        });
      }
      search.isComplete = true;
      search.found.forEach(visit);
    };
    const listeners: Record<string, (node: Node) => void> = {};
    if (!known) for (const type of search.nodeTypes) listeners[type] = collect;
    listeners['Program:exit'] = finish;
    return listeners;
  };
}
