import type { TSESLint } from '@typescript-eslint/utils';
import type { ErrorHandler } from './error-handler.ts';
import type { Node, Source } from '../source.ts';
import { findVariableByName } from '../variables.ts';
import { some } from '../walk.ts';

export interface ErrorBinding {
  readonly name: string;
  /** Adds the parameter where the handler has none. */
  readonly bind: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
}

/**
 * The name by which a handler's error can be used at a place, with the edit that declares it; undefined where it has no single name
 * or where another variable of that name stands in between.
 */
export function bindErrorAt(source: Source, handler: ErrorHandler, place: Node): ErrorBinding | undefined {
  const binding = bindError(source, handler);
  const [variable] = handler.variables;
  const isShadowed = variable !== undefined && findVariableByName(source, place, variable.name) !== variable;
  return isShadowed ? undefined : binding;
}

/** The name by which a handler's error can be used in a fix, with the edit that declares it; undefined where it has no single name. */
export function bindError(source: Source, handler: ErrorHandler): ErrorBinding | undefined {
  const { parameter } = handler;
  if (handler.kind === 'settled-result')
    return parameter?.type === 'Identifier' ? { name: `${parameter.name}.reason`, bind: () => [] } : undefined;
  if (parameter) return parameter.type === 'Identifier' ? { name: parameter.name, bind: () => [] } : undefined;
  if (!handler.body) return undefined;
  const name = getFreeName(source, handler);
  if (handler.kind === 'catch-clause') {
    const position = handler.node.range[0] + 'catch'.length;
    return { name, bind: (fixer) => [fixer.insertTextAfterRange([position, position], ` (${name})`)] };
  }
  const { callback } = handler;
  if (!callback || callback.params.length > 0) return undefined;
  const open = findOpeningBracket(source, callback.typeParameters?.range[1] ?? callback.range[0]);
  if (open === -1 || open > handler.body.range[0]) return undefined;
  return { name, bind: (fixer) => [fixer.insertTextAfterRange([open, open + 1], name)] };
}

function findOpeningBracket(source: Source, from: number): number {
  const open = source.text.indexOf('(', from);
  const comment = source.getAllComments().find(({ range }) => range[0] <= open && open < range[1]);
  return comment ? findOpeningBracket(source, comment.range[1]) : open;
}

/** A name that nothing in the handler uses, so that the new parameter shadows nothing it needs. */
function getFreeName(source: Source, handler: ErrorHandler): string {
  const candidates = ['error', 'cause', 'caughtError', 'originalError'];
  const body = handler.body ?? handler.node;
  const isUsed = (name: string): boolean =>
    some(source, body, (node) => node.type === 'Identifier' && node.name === name);
  return candidates.find((name) => !isUsed(name)) ?? 'thrownError';
}
