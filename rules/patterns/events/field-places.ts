import type { TSESTree } from '@typescript-eslint/utils';
import { getText, type Node, type Source } from '../source.ts';
import { walk } from '../walk.ts';

/** The places at which a class reads a field of its own that nobody else can reach; undefined for a field that others may have. */
export function findFieldPlaces(source: Source, field: TSESTree.MemberExpression): Node[] | undefined {
  const body = field.object.type === 'ThisExpression' ? findClassBody(field) : undefined;
  if (!body || !isPrivate(body, field.property) || aliasesThis.test(getText(source, body))) return undefined;
  const places: Node[] = [];
  walk(source, body, (node) => {
    if (isSameField(node, field.property) && !isWritten(node)) places.push(node);
  });
  return places;
}

/** `const self = this`, `const { socket } = this` */
const aliasesThis = /=\s*this\b(?!\s*[.?[])/;

function findClassBody(node: Node): TSESTree.ClassBody | undefined {
  for (let current = node.parent; current; current = current.parent) if (current.type === 'ClassBody') return current;
  return undefined;
}

/** `#socket`, `private socket` */
function isPrivate({ body }: TSESTree.ClassBody, name: Node): boolean {
  if (name.type === 'PrivateIdentifier') return true;
  if (name.type !== 'Identifier') return false;
  return body.some(
    (member) =>
      member.type === 'PropertyDefinition' &&
      member.accessibility === 'private' &&
      member.key.type === 'Identifier' &&
      member.key.name === name.name,
  );
}

function isSameField(node: Node, name: Node): boolean {
  if (node.type !== 'MemberExpression' || node.computed || node.object.type !== 'ThisExpression') return false;
  const { property } = node;
  if (property.type !== 'Identifier' && property.type !== 'PrivateIdentifier') return false;
  return property.type === name.type && 'name' in name && property.name === name.name;
}

function isWritten({ parent, range }: Node): boolean {
  return (
    parent?.type === 'AssignmentExpression' && parent.left.range[0] === range[0] && parent.left.range[1] === range[1]
  );
}
