import type { TSESLint } from '@typescript-eslint/utils';
import { isClass, type ClassNode } from '../patterns/error-class/error-class.ts';
import type { Source } from '../patterns/source.ts';
import { shareSearch } from './share-search.ts';

/** Listeners that call `visit` for each class of a file that extends another. */
export const visitClasses: (source: Source, visit: (node: ClassNode) => void) => TSESLint.RuleListener = shareSearch(
  ['ClassDeclaration', 'ClassExpression'],
  (_, node) => (isClass(node) && node.superClass ? [node] : none),
);

const none: readonly ClassNode[] = [];
