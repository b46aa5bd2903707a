/**
 * Runs a function on as deep a stack as V8 records, which every call in an application has below it: on an empty one, `new Error` has little
 * to record, and the constructors of a class weigh twice as much.
 */
export function onDeepStack<Result>(run: () => Result, frames: number = Error.stackTraceLimit): Result {
  return frames > 0 ? onDeepStack(run, frames - 1) : run();
}
