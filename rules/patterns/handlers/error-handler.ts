import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node, Variable } from '../source.ts';

/** The ways in which a program is told of a failure. */
export const handlerKinds = [
  'catch-clause',
  'promise-catch',
  'promise-then',
  'callback',
  'error-event',
  'process-event',
  'observable',
  'middleware',
  'component',
  'settled-result',
] as const;

export type HandlerKind = (typeof handlerKinds)[number];

/** One place that receives an error, whatever the syntax. */
export interface ErrorHandler {
  readonly kind: HandlerKind;
  /** The handler as the reader points at it: the catch clause, the callback, the function that is passed by name. */
  readonly node: Node;
  /** The construct that the handler belongs to: the try statement or the registering call. */
  readonly host: Node;
  /** What is guarded: the block of the try statement or the promise in front of `.catch`. */
  readonly guarded: Node | undefined;
  /** The parameter that receives the error; null when the handler takes none. */
  readonly parameter: Node | null;
  /** The variables that the parameter declares and that hold the error itself (not a part of it). */
  readonly variables: readonly Variable[];
  /** The variables that hold a part of it: `catch ({ message })`. */
  readonly parts: readonly Variable[];
  /** What runs: a block, the expression of an arrow function, or null for a function that is not in this file. */
  readonly body: TSESTree.BlockStatement | TSESTree.Expression | TSESTree.Statement | null;
  /** The function in which the body stands, for all kinds but catch clauses. */
  readonly callback: FunctionNode | null;
  /** Name of the function that is passed by reference, such as `console.error` or `noop`. */
  readonly reference: string | null;
  /** Where the parameter may be empty because no error happened (`(err, data) => …`). */
  readonly isConditional: boolean;
}
