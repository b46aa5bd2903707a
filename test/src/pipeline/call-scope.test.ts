import { describe, expect, test } from 'vitest';

import { AbortableScope } from '../../../src/pipeline/abortable-scope.ts';
import { CallScope, isAborted } from '../../../src/pipeline/call-scope.ts';
import { watchSignal } from './watch-signal.ts';

const shutdown = new Error('Shutting down');

describe('a scope', () => {
  test('has the signal of the caller', () => {
    const { signal } = new AbortController();

    expect(new CallScope({ signal }).signal).toBe(signal);
    expect(new CallScope(new CallScope({ signal })).signal).toBe(signal);
  });

  test('has a signal of its own without a caller, always the same', () => {
    const scope = new CallScope();

    expect(scope.signal).toBe(scope.signal);
    expect(scope.signal.aborted).toBe(false);
    expect(scope.aborted).toBe(false);
  });

  test('tells an abort and calls back once', () => {
    const controller = new AbortController();
    const scope = new CallScope(new CallScope(controller));
    const reasons: unknown[] = [];
    scope.onAbort((reason) => reasons.push(reason));
    expect(scope.aborted).toBe(false);
    controller.abort(shutdown);

    expect(scope.aborted).toBe(true);
    expect(reasons).toEqual([shutdown]);
  });

  test('has nobody to listen to without a caller', () => {
    expect(new CallScope().onAbort(() => expect.unreachable())).not.toThrow();
  });
});

describe('isAborted', () => {
  test('takes options with and without a signal, and none at all', () => {
    expect(isAborted(undefined)).toBe(false);
    expect(isAborted({})).toBe(false);
    expect(isAborted({ signal: AbortSignal.abort() })).toBe(true);
    expect(isAborted({ signal: new AbortController().signal })).toBe(false);
  });

  test('does not build the signal of a scope', () => {
    class Watched extends CallScope {
      override get signal(): AbortSignal {
        return expect.unreachable();
      }
    }

    expect(isAborted(new Watched())).toBe(false);
  });
});

describe('an abortable scope', () => {
  test('ends by itself and leaves the caller alone', () => {
    const { signal } = new AbortController();
    const scope = new AbortableScope({ signal });
    const own = scope.signal;
    scope.abort(shutdown);

    expect(own).toMatchObject({ aborted: true, reason: shutdown });
    expect(signal.aborted).toBe(false);
  });

  test('ends with the caller, for the same reason', () => {
    const controller = new AbortController();
    const scope = new AbortableScope(controller);
    controller.abort(shutdown);

    expect(scope.aborted).toBe(true);
    expect(scope.signal.reason).toBe(shutdown);
  });

  test('has ended from the beginning when the caller has', () => {
    const scope = new AbortableScope({ signal: AbortSignal.abort(shutdown) });

    expect(scope.aborted).toBe(true);
    expect(scope.signal.reason).toBe(shutdown);
  });

  test('ends once: the first reason counts', () => {
    const controller = new AbortController();
    const scope = new AbortableScope(controller);
    const reasons: unknown[] = [];
    scope.onAbort((reason) => reasons.push(reason));
    scope.abort(shutdown);
    scope.abort(new Error('Again'));
    controller.abort(new Error('The caller, too'));

    expect(reasons).toEqual([shutdown]);
    expect(scope.signal.reason).toBe(shutdown);
  });

  test('ends the scopes inside it, however deep', () => {
    const outer = new AbortableScope();
    const inner = new AbortableScope(new CallScope(outer));
    outer.abort(shutdown);

    expect(inner.aborted).toBe(true);
    expect(inner.signal.reason).toBe(shutdown);
  });

  test('does not call back who has stopped listening', () => {
    const scope = new AbortableScope();
    scope.onAbort(() => expect.unreachable())();
    scope.abort(shutdown);

    expect(scope.aborted).toBe(true);
  });

  test('leaves nothing at the caller when it is disposed of', () => {
    const caller = watchSignal();
    const scope = new AbortableScope(caller);
    const { signal } = scope;
    expect(caller.attached).toBe(1);
    scope.dispose();
    expect(caller.attached).toBe(0);
    caller.abort(shutdown);

    expect(signal.aborted).toBe(false);
  });
});
