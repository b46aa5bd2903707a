import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn } from '../walk.ts';

/** Whether a handler answers with the code of a failure: `return 1;` in a function that returns `0` when all went well, and codes alone. */
export function isExitCode(source: Source, { host, kind }: ErrorHandler, value: Node): boolean {
  const owner = kind === 'catch-clause' && (getNumber(value) ?? 0) > 0 ? getEnclosingFunction(host) : undefined;
  if (!owner) return false;
  const codes = collectOwn(source, owner.body, 'ReturnStatement').map(
    ({ argument }) => argument && getNumber(argument),
  );
  return codes.includes(0) && codes.every((code) => typeof code === 'number');
}

function getNumber(value: Node): number | undefined {
  const inner = unwrapExpression(value);
  return inner.type === 'Literal' && typeof inner.value === 'number' ? inner.value : undefined;
}
