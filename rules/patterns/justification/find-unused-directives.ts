import type { TSESTree } from '@typescript-eslint/utils';
import { getFailure } from '../causes/failure-channel.ts';
import { createLostCauseSearch, defaultCausePolicy } from '../causes/find-lost-causes.ts';
import { getHandedOn } from '../causes/handed-on.ts';
import { findHandlers } from '../handlers/find-handler.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import type { Source } from '../source.ts';
import { walk } from '../walk.ts';
import { findHandlerDirectives, findStatementDirectives } from './find-justification.ts';
import { isJustifiable } from './places/handler-place.ts';
import { findJustifiablePlaces, findWordingPlaces } from './places/statement-places.ts';
import { getDirectiveWord } from './reason.ts';

/** A comment that is a directive and has nothing left to justify. */
export interface UnusedDirective {
  readonly comment: TSESTree.Comment;
  readonly word: string;
  /** Whether it belongs to a handler, which handles its error; the others may stand anywhere. */
  readonly isInHandler: boolean;
}

/** Finds the directives of a file that justify nothing: no place that they belong to needs a reason. */
export function findUnusedDirectives(source: Source, settings: OctollmSettings): UnusedDirective[] {
  const directives = source.getAllComments().filter(({ value }) => getDirectiveWord(value) !== undefined);
  if (directives.length === 0) return [];
  const { used, inHandlers } = findUsed(source, settings);
  return directives
    .filter((comment) => !used.has(comment))
    .map((comment) => ({
      comment,
      word: getDirectiveWord(comment.value) ?? '',
      isInHandler: inHandlers.has(comment),
    }));
}

interface Used {
  readonly used: ReadonlySet<TSESTree.Comment>;
  readonly inHandlers: ReadonlySet<TSESTree.Comment>;
}

function findUsed(source: Source, settings: OctollmSettings): Used {
  const used = new Set<TSESTree.Comment>();
  const inHandlers = new Set<TSESTree.Comment>();
  const use = (comments: readonly TSESTree.Comment[]): void => comments.forEach((comment) => used.add(comment));
  const findLostCauses = createLostCauseSearch(source, settings, { ...defaultCausePolicy, allowNoCauseComment: false });
  walk(source, source.ast, (node) => {
    for (const handler of findHandlers(source, node)) {
      const comments = findHandlerDirectives(source, handler);
      comments.forEach((comment) => inHandlers.add(comment));
      if (comments.length > 0 && isJustifiable(source, settings, handler)) use(comments);
    }
    for (const place of findJustifiablePlaces(source, node))
      if (place) use(findStatementDirectives(source, place, 'expected'));
    const failure =
      getFailure(source, node) ?? (node.type === 'NewExpression' ? getHandedOn(source, settings, node) : undefined);
    if (failure && findLostCauses(failure).length > 0) use(findStatementDirectives(source, failure.node, 'no-cause'));
  });
  for (const place of findWordingPlaces(source)) use(findStatementDirectives(source, place, 'expected'));
  return { used, inHandlers };
}
