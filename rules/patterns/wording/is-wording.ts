import { getDottedName } from '../dotted-name.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue } from '../variables.ts';

/** Words, codes, or a status that is written out. */
const words = /\p{L}{3}|[\p{L}\d]{4}|\b\d{3}\b/u;
/** What stands in front of every message. */
const prefix = /^\s*(?:Uncaught )?Error:?\s*$/;
const constantName = /^[A-Z][A-Z0-9_]*$/;

/** Whether a value is text that somebody wrote for readers, or a pattern of it, as opposed to punctuation or to a part of the input. */
export function isWording(source: Source, value: Node, depth = 0): boolean {
  const node = unwrapExpression(value);
  switch (node.type) {
    case 'Literal':
      if ('regex' in node) return words.test(node.regex.pattern.replace(/\\[a-zA-Z]/g, ' '));
      return typeof node.value === 'string' && words.test(node.value) && !prefix.test(node.value);
    case 'TemplateLiteral':
      return node.quasis.some((quasi) => words.test(quasi.value.raw));
    case 'BinaryExpression':
      return isWording(source, node.left, depth) || isWording(source, node.right, depth);
    case 'NewExpression':
      return node.arguments.some((argument) => isWording(source, argument, depth));
    case 'ArrayExpression':
      return node.elements.some((element) => element !== null && isWording(source, element, depth));
    case 'ObjectExpression':
      return node.properties.length > 0;
    case 'MemberExpression':
      return isConstant(node.object) || (node.property.type === 'Identifier' && constantName.test(node.property.name));
    case 'CallExpression':
      // `Object.values(ErrorText).includes(e.message)`
      return /^Object\.(?:values|keys)$/.test(getDottedName(node.callee)) && node.arguments.some(isConstant);
    case 'Identifier':
      return isNamedWording(source, node, depth);
    default:
      return false;
  }
}

/** `ErrorMessages.NotFound`, `errorCodes.notFound`, `MESSAGES[0]` */
function isConstant(owner: Node): boolean {
  const node = unwrapExpression(owner);
  return node.type === 'Identifier' && /^[A-Z]|(?:Codes|Messages|Errors|Texts|Patterns)$/.test(node.name);
}

function isNamedWording(source: Source, node: Node, depth: number): boolean {
  if (node.type !== 'Identifier' || depth > 2) return false;
  const variable = findVariable(source, node);
  const definition = variable?.defs[0];
  if (definition?.type === 'Parameter') return isListedWording(source, definition.node, definition.name, depth);
  const value = variable && getOnlyValue(variable);
  if (value) return isWording(source, value, depth + 1);
  return constantName.test(node.name);
}

/** `patterns.some((pattern) => text.includes(pattern))`, `for (const word of words)` aside. */
function isListedWording(source: Source, owner: Node, name: Node, depth: number): boolean {
  if (!isFunction(owner) || owner.params[0] !== name) return false;
  const call = owner.parent;
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const { object, property } = call.callee;
  return property.type === 'Identifier' && /^(?:some|find|every|filter|findIndex)$/.test(property.name)
    ? isWording(source, object, depth + 1)
    : false;
}
