import type { SyntaxCodemod } from '../transform/codemod.ts';
import type { TypedCodemod } from '../../typed/typed-codemod.ts';

export type Codemod = SyntaxCodemod | TypedCodemod;

/** A codemod by its name; its module is loaded when it is needed, because a typed one brings TypeScript along. */
export interface RegisteredCodemod {
  readonly name: string;
  readonly load: () => Promise<Codemod>;
}

/**
 * All codemods in the order in which they work: classes first, so that sites find their new parents, clients last, so that they are
 * wrapped as they are then. Where two want the same text, the first has its way.
 */
export const registry: readonly RegisteredCodemod[] = [
  {
    name: 'error-classes-to-hierarchy',
    load: async () => (await import('../../error-classes-to-hierarchy.ts')).errorClassesToHierarchy,
  },
  {
    name: 'http-errors-to-octollm',
    load: async () => (await import('../../http-errors-to-octollm.ts')).httpErrorsToOctollm,
  },
  {
    name: 'p-retry-to-octollm',
    load: async () => (await import('../../p-retry-to-octollm.ts')).pRetryToOctollm,
  },
  {
    name: 'catch-any-to-unknown',
    load: async () => (await import('../../catch-any-to-unknown.ts')).catchAnyToUnknown,
  },
  {
    name: 'add-cause',
    load: async () => (await import('../../add-cause.ts')).addCause,
  },
  {
    name: 'throw-to-hierarchy',
    load: async () => (await import('../../throw-to-hierarchy.ts')).throwToHierarchy,
  },
  {
    name: 'inject-resilience',
    load: async () => (await import('../../inject-resilience.ts')).injectResilience,
  },
];
