import { findBinding, getFreeName } from 'eslint-plugin-octollm/patterns';
import type { ImportRequest } from '../edit/change.ts';
import type { HostSource } from '../source/host-source.ts';
import type { ImportPlanner } from '../transform/codemod.ts';

/** Creates the planner of one file; it gives a name the same local name each time, and no two names the same. */
export function createImportPlanner(source: HostSource): ImportPlanner {
  const locals = new Map<string, string>();
  const getNewLocal = (module: string, name: string): string => {
    const key = `${name} of ${module}`;
    const local = locals.get(key) ?? getFreeName(source, name, new Set(locals.values()));
    locals.set(key, local);
    return local;
  };
  return {
    request: (module, name, { isTypeOnly = false } = {}): ImportRequest => {
      const local = findBinding(source, module, name, isTypeOnly)?.local ?? getNewLocal(module, name);
      return { module, name, local, isTypeOnly };
    },
  };
}
