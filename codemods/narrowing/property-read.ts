import type { TSESTree } from '@typescript-eslint/types';
import { getPropertyName, type Node } from 'eslint-plugin-octollm/patterns';
import type { Mention } from './mentions.ts';

/** One read of a property of the error: `e.message`, `e?.code`. */
export interface PropertyRead {
  readonly mention: Mention;
  readonly member: TSESTree.MemberExpression;
  readonly property: string;
}

/** Reads a mention as the read of a property; undefined where it is used in another way. */
export function getPropertyRead(mention: Mention): PropertyRead | undefined {
  const member = mention.node.parent;
  if (member.type !== 'MemberExpression' || member.object !== mention.node) return undefined;
  const property = getPropertyName(member);
  return property === undefined || property.startsWith('#') ? undefined : { mention, member, property };
}

/** The properties that every `Error` has, and whose type is text. */
const ofErrors: ReadonlySet<string> = new Set(['message', 'name', 'stack']);

export function isOfError(property: string): boolean {
  return ofErrors.has(property);
}

/** The read with the optional chain that it ends: `e?.code` */
export function getWholeRead({ member }: PropertyRead): Node {
  return member.parent.type === 'ChainExpression' ? member.parent : member;
}

// prettier-ignore
const textMembers: ReadonlySet<string> = new Set([
  'at', 'charAt', 'charCodeAt', 'concat', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'length', 'localeCompare', 'match', 'matchAll',
  'normalize', 'padEnd', 'padStart', 'repeat', 'replace', 'replaceAll', 'search', 'slice', 'split', 'startsWith', 'substr', 'substring',
  'toLocaleLowerCase', 'toLocaleUpperCase', 'toLowerCase', 'toString', 'toUpperCase', 'trim', 'trimEnd', 'trimStart', 'valueOf',
]);

/** Whether what stands around a read counts on more than text: `e.message.code`, `e.message()`, `e.message = ''`. */
export function needsMoreThanText({ member }: PropertyRead): string | undefined {
  const { parent } = member;
  switch (parent.type) {
    case 'MemberExpression': {
      if (parent.object !== member) return undefined;
      const property = getPropertyName(parent);
      return property !== undefined && textMembers.has(property) ? undefined : 'is no text here';
    }
    case 'CallExpression':
      return parent.callee === member ? 'is called' : undefined;
    case 'AssignmentExpression':
      return parent.left === member ? 'is written to' : undefined;
    case 'UpdateExpression':
      return 'is written to';
    case 'UnaryExpression':
      return parent.operator === 'delete' ? 'is deleted' : undefined;
    case 'SpreadElement':
      return 'is spread';
    default:
      return undefined;
  }
}

/** The outermost expression that is read off the text: `e.message.toLowerCase().includes('gone')`. */
export function getTextChain(member: Node): Node {
  const { parent } = member;
  if (parent?.type === 'ChainExpression') return getTextChain(parent);
  if (parent?.type === 'MemberExpression' && parent.object === member) return getTextChain(parent);
  if (parent?.type === 'CallExpression' && parent.callee === member) return getTextChain(parent);
  return member;
}
