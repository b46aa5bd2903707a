import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from '../patterns/dotted-name.ts';
import type { Source } from '../patterns/source.ts';
import { unwrapExpression } from '../patterns/unwrap-expression.ts';
import { shareSearch } from './share-search.ts';

type VisitCalls = (source: Source, visit: (call: TSESTree.CallExpression) => void) => TSESLint.RuleListener;

/** Creates listeners that call `visit` for each call of a method of that name, whoever owns it. */
export function visitMethodCalls(method: string): VisitCalls {
  return shareSearch(['CallExpression'], (_, node) => {
    if (node.type !== 'CallExpression') return none;
    const callee = unwrapExpression(node.callee);
    return callee.type === 'MemberExpression' && getPropertyName(callee) === method ? [node] : none;
  });
}

const none: readonly TSESTree.CallExpression[] = [];
