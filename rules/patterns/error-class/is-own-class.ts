import { getLastName, getDottedName } from '../dotted-name.ts';
import { onceForEach } from '../once-for-each.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { isClass } from './error-class.ts';

const getNames = onceForEach(({ catalog }: OctollmSettings) => new Set(catalog.map(({ name }) => name)));

/** Whether a class belongs to the project: it is declared in the file, imported from another file of it, or in the catalogue. */
export function isOwnClass(source: Source, settings: OctollmSettings, reference: Node): boolean {
  const inner = unwrapExpression(reference);
  if (getNames(settings).has(getLastName(getDottedName(inner)))) return true;
  let root: Node = inner;
  while (root.type === 'MemberExpression') root = root.object;
  const definition = root.type === 'Identifier' ? findVariable(source, root)?.defs[0] : undefined;
  if (!definition) return false;
  if (isClass(definition.node)) return true;
  const { parent } = definition.node;
  return parent?.type === 'ImportDeclaration' && /^(?:[.#~]|@\/)/.test(parent.source.value);
}
