/**
 * Acquires a resource, uses it and gives it back, whatever happens in between.
 *
 * @module
 */

export { asDisposable } from './as-disposable.ts';
export type { DisposableResource } from './as-disposable.ts';
export type { ResourceSteps, SuppressedEvent } from './resource-steps.ts';
export { getSuppressed } from '../errors/suppressed.ts';
export { withResource } from './with-resource.ts';
export type { ResourceUse } from './with-resource.ts';
