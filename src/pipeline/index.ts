/**
 * Combines policies into one and checks their order.
 *
 * @module
 */

export { findOrderProblems } from './find-order-problems.ts';
export type { OrderProblem } from './find-order-problems.ts';
export { isLocalRefusal } from './local-refusal.ts';
export { createPipeline, pipeline } from './pipeline.ts';
export type { PipelineOptions } from './pipeline.ts';
export { standardPipeline } from './standard-pipeline.ts';
export type { StandardPipeline, StandardPipelineOptions } from './standard-pipeline.ts';
export type { CallContext, CallOptions, Layer, Strategy } from './strategy.ts';
