import type { Node } from './source.ts';
import { unwrapExpression } from './unwrap-expression.ts';

/**
 * The name of a callee as people write it: `console.error`, `this.logger.warn`, `fs.promises.unlink`.
 * Calls inside the chain keep their name with `()`; what has no name becomes `*`.
 */
export function getDottedName(node: Node): string {
  const inner = unwrapExpression(node);
  switch (inner.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      return inner.name;
    case 'ThisExpression':
      return 'this';
    case 'Super':
      return 'super';
    case 'PrivateIdentifier':
      return `#${inner.name}`;
    case 'MetaProperty':
      return `${inner.meta.name}.${inner.property.name}`;
    case 'MemberExpression':
      return `${getDottedName(inner.object)}.${getPropertyName(inner) ?? '*'}`;
    case 'CallExpression':
      return `${getDottedName(inner.callee)}()`;
    case 'NewExpression':
      return `new ${getDottedName(inner.callee)}()`;
    default:
      return '*';
  }
}

/** The last part of a dotted name: what is called, whoever owns it. */
export function getLastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

/** The property that a member expression, an object property or a class member names, when that is known in the text. */
export function getPropertyName(node: Node): string | undefined {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed ? getLiteralName(node.property) : getKeyName(node.property);
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
    case 'AccessorProperty':
      return node.computed ? getLiteralName(node.key) : getKeyName(node.key);
    default:
      return undefined;
  }
}

function getKeyName(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return getLiteralName(key);
}

function getLiteralName(key: Node): string | undefined {
  if (key.type === 'Literal') return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}
