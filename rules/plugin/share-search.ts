import type { TSESLint } from '@typescript-eslint/utils';
import { onceAFile } from '../patterns/once-a-file.ts';
import type { Node, Source } from '../patterns/source.ts';
import { walk } from '../patterns/walk.ts';

interface Search<Found> {
  readonly found: Found[];
  hasListeners: boolean;
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
  const getSearch = onceAFile((): Search<Found> => ({ found: [], hasListeners: false, isComplete: false }));
  const collect = (source: Source, search: Search<Found>, node: Node): void => {
    const found = find(source, node);
    if (found.length > 0) search.found.push(...found);
  };
  return (source, visit) => {
    const search = getSearch(source);
    if (search.hasListeners) {
      return {
        'Program:exit': () => {
          // A traversal that a rule ended by its error leaves a part; whoever comes next starts anew.
          if (!search.isComplete) {
            search.found.length = 0;
            walk(source, source.ast, (node) => {
              if (nodeTypes.includes(node.type)) collect(source, search, node);
            });
            search.isComplete = true;
          }
          search.found.forEach(visit);
        },
      };
    }
    search.hasListeners = true;
    const listeners = listenTogether(source, nodeTypes, (node) => collect(source, search, node));
    listeners['Program:exit'] = () => {
      search.isComplete = true;
      search.found.forEach(visit);
    };
    return listeners;
  };
}

type Listen = (node: Node) => void;

const getAudiences: (source: Source) => Map<string, Listen[]> = onceAFile(() => new Map());

/** Listens to a type of node once a file, however many searches ask for it: hosts take time for each listener. */
function listenTogether(source: Source, nodeTypes: readonly string[], listen: Listen): TSESLint.RuleListener {
  const audiences = getAudiences(source);
  const listeners: TSESLint.RuleListener = {};
  for (const type of nodeTypes) {
    const others = audiences.get(type);
    if (others) {
      others.push(listen);
      continue;
    }
    const audience = [listen];
    audiences.set(type, audience);
    listeners[type] = (node: Node): void => {
      // By index, because this runs for each node of the type.
      for (let index = 0; index < audience.length; index += 1) audience[index]?.(node);
    };
  }
  return listeners;
}
