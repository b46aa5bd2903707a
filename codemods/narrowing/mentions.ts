import type { TSESTree } from '@typescript-eslint/types';
import { findVariable, isWithin, type ErrorHandler, type Source, type Variable } from 'eslint-plugin-octollm/patterns';

/** A place of a handler that names the error, under its own name or an alias. */
export interface Mention {
  readonly node: TSESTree.Identifier;
  readonly variable: Variable;
}

/** Finds where a handler names its error; undefined where the name gets another value, and so may mean something else. */
export function findMentions(source: Source, { variables, body }: ErrorHandler): Mention[] | undefined {
  const mentions: Mention[] = [];
  const pending = [...variables];
  for (const variable of pending) {
    for (const { identifier, init, isWrite } of variable.references.map(readReference)) {
      if (isWrite && !init) return undefined;
      if (isWrite || identifier.type !== 'Identifier' || (body && !isWithin(identifier, body))) continue;
      mentions.push({ node: identifier, variable });
      const alias = findAlias(source, identifier);
      if (alias && !pending.includes(alias)) pending.push(alias);
    }
  }
  return mentions;
}

interface ReadReference {
  readonly identifier: TSESTree.Identifier | TSESTree.JSXIdentifier;
  readonly init: boolean;
  readonly isWrite: boolean;
}

function readReference(reference: Variable['references'][number]): ReadReference {
  return { identifier: reference.identifier, init: reference.init === true, isWrite: reference.isWrite() };
}

/** `const failure = e;` */
export function findAlias(source: Source, { parent }: TSESTree.Identifier): Variable | undefined {
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || parent.id.typeAnnotation)
    return undefined;
  return parent.parent.kind === 'const' ? findVariable(source, parent.id) : undefined;
}
