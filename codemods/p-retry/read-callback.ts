import type { TSESTree } from '@typescript-eslint/types';
import { getPropertyName, isFunction, walk, type FunctionNode, type Node } from 'eslint-plugin-octollm/patterns';
import { applyEdits } from '../engine/edit/apply-edits.ts';
import type { TextEdit } from '../engine/edit/change.ts';
import type { Refusal } from '../engine/edit/refusal.ts';
import type { HostSource } from '../engine/source/host-source.ts';

/** What p-retry tells a callback about an attempt, and the text that says the same here. */
export type FactTexts = ReadonlyMap<string, string>;

/** A callback of p-retry with its reads of an attempt put in the words of `retry`. */
export interface Callback {
  readonly fn: FunctionNode;
  /** What its text calls the error; undefined when it does not look at that. */
  readonly errorName: string | undefined;
  /** The places that read the error. */
  readonly errorReads: readonly Node[];
  /** Whether it reads the number of the attempt. */
  readonly usesAttempt: boolean;
  /** The text of a node in it. */
  readonly write: (node: Node, further?: readonly TextEdit[]) => string;
}

/** Names that stand in the parameters of the new function. */
const taken: readonly string[] = ['retryable', 'rule', 'attempt'];

/**
 * Reads a callback: one that takes the error (p-retry 4 to 6) or a context with it (7). Both tell how many attempts there were.
 *
 * @param facts such as `retriesLeft`, each with the expression that is the same here
 */
export function readCallback(source: HostSource, node: Node, facts: FactTexts): Callback | Refusal {
  if (!isFunction(node) || node.async || node.generator || node.params.length > 1)
    return refuse('is no plain function that stands where it is called');
  const reads = readParameter(source, node, facts);
  if (!reads) return refuse('looks at more than the error and the number of the attempt');
  const own = new Set<Node>(reads.replaced);
  if (usesNames(source, node.body, [...taken, ...(reads.errorName ? [] : ['error'])], own))
    return refuse('uses names that its new parameters have');
  const write = (part: Node, further: readonly TextEdit[] = []): string => {
    const [from, to] = part.range;
    const inside = [...reads.edits, ...further].filter(({ start, end }) => start >= from && end <= to);
    const outer = inside.filter((edit) => !inside.some((other) => other !== edit && contains(other, edit)));
    return applyEdits(
      source.text.slice(from, to),
      outer.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from })),
    );
  };
  const { errorName, errorReads, usesAttempt } = reads;
  return { fn: node, errorName, errorReads, usesAttempt, write };
}

function refuse(what: string): Refusal {
  return { kind: 'callback', reason: `A callback among its options ${what}: migrate it by hand.` };
}

function contains(outer: TextEdit, inner: TextEdit): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

interface Reads {
  readonly errorName: string | undefined;
  readonly errorReads: readonly Node[];
  readonly usesAttempt: boolean;
  readonly edits: readonly TextEdit[];
  readonly replaced: readonly Node[];
}

function readParameter(source: HostSource, fn: FunctionNode, facts: FactTexts): Reads | undefined {
  const [parameter] = fn.params;
  if (!parameter) return { errorName: undefined, errorReads: [], usesAttempt: false, edits: [], replaced: [] };
  if (parameter.type === 'ObjectPattern') return readPattern(source, fn, parameter, facts);
  return parameter.type === 'Identifier' ? readName(source, fn, parameter.name, facts) : undefined;
}

/** `({ error, attemptNumber }) => …` */
function readPattern(
  source: HostSource,
  fn: FunctionNode,
  pattern: TSESTree.ObjectPattern,
  facts: FactTexts,
): Reads | undefined {
  let errorName: string | undefined;
  const replaced: Node[] = [];
  const edits: TextEdit[] = [];
  const errorReads: Node[] = [];
  for (const property of pattern.properties) {
    const name = property.type === 'Property' ? getPropertyName(property) : undefined;
    if (property.type !== 'Property' || name === undefined || property.value.type !== 'Identifier') return undefined;
    const local = property.value.name;
    const fact = facts.get(name);
    if (name !== 'error' && fact === undefined) return undefined;
    if (name === 'error') errorName = local;
    for (const read of getReads(source, fn, local)) {
      if (fact === undefined) {
        errorReads.push(read);
        continue;
      }
      replaced.push(read);
      edits.push(replace(read, fact));
    }
  }
  return { errorName, errorReads, usesAttempt: edits.length > 0, edits, replaced };
}

/** `(error) => … error.attemptNumber …` and `(context) => … context.error …` */
function readName(source: HostSource, fn: FunctionNode, name: string, facts: FactTexts): Reads | undefined {
  const reads = getReads(source, fn, name);
  const isContext = reads.some((read) => getMember(read) === 'error');
  const mayBeError = /^_?(?:e|ex|err|error|exception|cause|failure|reason)\w*$/i.test(name);
  const replaced: Node[] = [];
  const edits: TextEdit[] = [];
  const errorReads: Node[] = [];
  for (const read of reads) {
    const member = getMember(read);
    const fact = member === undefined ? undefined : facts.get(member);
    const target = member === undefined || !read.parent ? read : read.parent;
    if (fact !== undefined) {
      edits.push(replace(target, fact));
      replaced.push(read);
    } else if (isContext && member === 'error') {
      edits.push(replace(target, 'error'));
      replaced.push(read);
      errorReads.push(target);
    } else if (isContext || !mayBeError) return undefined;
    else errorReads.push(read);
  }
  const usesAttempt = edits.some(({ text }) => text.includes('attempt'));
  const errorName = isContext ? 'error' : errorReads.length > 0 ? name : undefined;
  return { errorName, errorReads, usesAttempt, edits, replaced };
}

function getReads(source: HostSource, fn: FunctionNode, name: string): TSESTree.Identifier[] {
  const variable = source.scopeManager.getDeclaredVariables(fn).find((candidate) => candidate.name === name);
  const identifiers = variable?.references.map(({ identifier }) => identifier) ?? [];
  return identifiers.filter((identifier) => identifier.type === 'Identifier');
}

function getMember(read: Node): string | undefined {
  const { parent } = read;
  return parent?.type === 'MemberExpression' && parent.object === read ? getPropertyName(parent) : undefined;
}

/** Where nothing binds tighter, an operation needs no brackets. */
const separates: ReadonlySet<string> = new Set(['TemplateLiteral', 'CallExpression', 'VariableDeclarator']);

function replace(node: Node, text: string): TextEdit {
  const { parent } = node;
  if (parent?.type === 'Property' && parent.value === node && getPropertyName(parent) === text)
    return { start: parent.range[0], end: parent.range[1], text };
  const isShorthand = parent?.type === 'Property' && parent.shorthand;
  const isOperand = / /.test(text) && !(parent && (separates.has(parent.type) || parent.type === 'Property'));
  const written = isOperand ? `(${text})` : text;
  const [start, end] = node.range;
  return { start, end, text: isShorthand && node.type === 'Identifier' ? `${node.name}: ${written}` : written };
}

/** Whether code reads variables of some names, apart from the places that are written anew. */
function usesNames(source: HostSource, root: Node, names: readonly string[], own: ReadonlySet<Node>): boolean {
  let isUsed = false;
  walk(source, root, (node) => {
    if (node.type !== 'Identifier' || !names.includes(node.name) || own.has(node)) return;
    const { parent } = node;
    const isKey =
      (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
      (parent?.type === 'Property' && parent.key === node && !parent.shorthand);
    if (!isKey) isUsed = true;
  });
  return isUsed;
}
