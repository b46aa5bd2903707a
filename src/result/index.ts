/**
 * Makes a failure part of the type, as Rust does.
 *
 * @module
 */

export { all } from './all.ts';
export type { ValuesOf } from './all.ts';
export { context } from './context.ts';
export type { InContext } from './context.ts';
export { fromPromise, fromThrowable } from './from-thrown.ts';
export type { ResultOfCall } from './from-thrown.ts';
export { orReturn, propagate } from './propagate.ts';
export { err, isErr, isOk, ok } from './result.ts';
export type { Err, ErrorOf, Ok, Result, ValueOf } from './result.ts';
export { andThen, map, mapErr, match, orElse, unwrap, unwrapOr } from './transform.ts';
export type { NextResult } from './transform.ts';
