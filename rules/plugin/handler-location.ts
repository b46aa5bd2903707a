import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../patterns/handlers/error-handler.ts';

/** Where a finding about a whole handler is shown: the head of a catch clause, or the callback. */
export function getHandlerLocation(
  sourceCode: Readonly<TSESLint.SourceCode>,
  handler: ErrorHandler,
): TSESTree.SourceLocation {
  const [start, end] = handler.node.range;
  const isClause = handler.kind === 'catch-clause' && handler.body;
  const last = isClause ? endOfHead(sourceCode.text, start, handler.body.range[0]) : end;
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(last) };
}

function endOfHead(text: string, start: number, bodyStart: number): number {
  return start + text.slice(start, bodyStart).trimEnd().length;
}
