import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findMember, findSuperCalls } from '../patterns/error-class/members.ts';
import type { ClassNode } from '../patterns/error-class/error-class.ts';
import { getText, isWithin, type Node, type Source } from '../patterns/source.ts';
import { findVariable } from '../patterns/variables.ts';
import { walk } from '../patterns/walk.ts';
import { hasComment } from '../patterns/has-comment.ts';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** Passes what is assigned to `this.message` to `super`; undefined where it cannot be known by then, or a comment would be lost. */
export function moveMessage(
  source: Source,
  node: ClassNode,
  assignment: TSESTree.AssignmentExpression,
): Fix | undefined {
  const [call, ...others] = findSuperCalls(source, node);
  const statement = assignment.parent;
  // A field would reset what `super` has set.
  if (findMember(node, 'message')) return undefined;
  if (!call || others.length > 0 || statement.range[0] < call.range[1] || hasComment(source, statement))
    return undefined;
  const [first] = call.arguments;
  const message = getText(source, assignment.right);
  if (first) return getText(source, first) === message ? (fixer) => [removeLine(source, fixer, statement)] : undefined;
  if (hasComment(source, call) || !isKnownBefore(source, assignment, call)) return undefined;
  const text = assignment.right.type === 'SequenceExpression' ? `(${message})` : message;
  return (fixer) => [fixer.replaceText(call, `super(${text})`), removeLine(source, fixer, statement)];
}

/** Whether everything that the message is made of has its value before `super` is called. */
function isKnownBefore(source: Source, { right, range }: TSESTree.AssignmentExpression, call: Node): boolean {
  let isKnown = true;
  walk(source, right, (node) => {
    if (node.type !== 'Identifier') return;
    const variable = findVariable(source, node);
    const isDeclaredLate = variable?.defs.some(({ name }) => name.range[0] > call.range[1] && name.range[0] < range[0]);
    const isWrittenLate = variable?.references.some(
      (reference) =>
        reference.isWrite() && reference.identifier.range[0] > call.range[1] && !isWithin(reference.identifier, right),
    );
    if (isDeclaredLate || isWrittenLate) isKnown = false;
  });
  return isKnown;
}

/** Takes a statement away, with its line where it stands alone. */
function removeLine(source: Source, fixer: TSESLint.RuleFixer, { range: [start, end] }: Node): TSESLint.RuleFix {
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = source.text.indexOf('\n', end);
  const isAlone =
    source.text.slice(lineStart, start).trim() === '' &&
    lineEnd !== -1 &&
    source.text.slice(end, lineEnd).trim() === '';
  return isAlone ? fixer.removeRange([lineStart, lineEnd + 1]) : fixer.removeRange([start, end]);
}
