import type { TSESTree } from '@typescript-eslint/types';
import { getDottedName, getPropertyName, type Node, type Source } from 'eslint-plugin-octollm/patterns';
import type { TextEdit } from '../engine/edit/change.ts';

/** Plans `String(e)` for what is only used as text: `e.toString()`, and `new Error(e)`, which makes text of it by itself. */
export function writeAsText(source: Source, node: TSESTree.Identifier): TextEdit[] | undefined {
  const { parent } = node;
  const [start, end] = node.range;
  if (parent.type === 'MemberExpression') {
    const call = parent.object === node && getPropertyName(parent) === 'toString' ? parent.parent : undefined;
    if (call?.type !== 'CallExpression' || call.arguments.length > 0 || hasQuestionMark(call, parent)) return undefined;
    return [{ start: call.range[0], end: call.range[1], text: `String(${node.name})` }];
  }
  if (!isConstruction(parent) || parent.arguments[0] !== node || parent.arguments.length > 1) return undefined;
  if (!/^(?:Type|Range)?Error$/.test(getDottedName(parent.callee))) return undefined;
  return [{ start, end, text: `String(${source.text.slice(start, end)})` }];
}

function isConstruction(node: Node): node is TSESTree.NewExpression | TSESTree.CallExpression {
  return node.type === 'NewExpression' || node.type === 'CallExpression';
}

/** `e?.toString()` is undefined where there is no error. */
function hasQuestionMark(call: TSESTree.CallExpression, member: TSESTree.MemberExpression): boolean {
  return call.optional || member.optional;
}
