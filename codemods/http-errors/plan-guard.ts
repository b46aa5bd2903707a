import type { TSESTree } from '@typescript-eslint/types';
import { findVariable, isWithin, type Node } from 'eslint-plugin-octollm/patterns';
import type { ModuleUse } from '../bindings/module-uses.ts';
import type { Change, TextEdit } from '../engine/edit/change.ts';
import type { Refusal } from '../engine/edit/refusal.ts';
import type { HostSource } from '../engine/source/host-source.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';

/** What errors of both kinds have. */
const common: ReadonlySet<string> = new Set(['status', 'message', 'name', 'stack', 'cause']);

/**
 * Plans that `isHttpError(error)` lets errors of the hierarchy through as well, where what is read behind it is on both; libraries
 * such as body parsers go on to throw those of http-errors. Undefined where it does so already.
 */
export function planGuard(file: SyntaxFile, { name, node }: ModuleUse): Change | Refusal | undefined {
  const call = node.parent;
  const root = file.settings.catalog.find(({ parent }) => parent === null);
  if (name !== 'isHttpError' || call?.type !== 'CallExpression' || call.callee !== node || !root) return asked;
  const [error, ...others] = call.arguments;
  if (error?.type !== 'Identifier' || others.length > 0) return asked;
  if (isWidened(call, error)) return undefined;
  const reads = planReads(file.source, error, getGuarded(call));
  if (!reads) return asked;
  const request = file.imports.request(file.settings.errorModule, root.name);
  const isOurs = `${error.name} instanceof ${request.local}`;
  // From 500 up the text of a class is for logs; http-errors leaves it to whoever makes the error.
  const test = reads.hasText ? ` || (${isOurs} && ${error.name}.status < 500)` : ` || ${isOurs}`;
  const [start, end] = call.range;
  const isOperand = call.parent.type === 'LogicalExpression';
  const widened = isOperand
    ? [
        { start, end: start, text: '(' },
        { start: end, end, text: `${test})` },
      ]
    : [{ start: end, end, text: test }];
  return {
    kind: 'guard',
    start,
    end,
    applicability: 'unsafe',
    confidence: 0.9,
    reason: 'Errors of the hierarchy are treated like those of http-errors, which libraries go on to throw.',
    edits: [...widened, ...reads.edits],
    imports: [request],
    releases: [],
  };
}

const asked: Refusal = {
  kind: 'reader',
  reason:
    'It asks for errors of http-errors, which libraries throw as well: `getStatus` of `@octollm/errors/http` knows both, or let an adapter answer.',
};

/** `isHttpError(error) || error instanceof OctoLLMError`, and the same with a condition */
function isWidened(call: TSESTree.CallExpression, error: TSESTree.Identifier): boolean {
  const { parent } = call;
  if (parent.type !== 'LogicalExpression' || parent.operator !== '||' || parent.left !== call) return false;
  const test = parent.right.type === 'LogicalExpression' ? parent.right.left : parent.right;
  if (test.type !== 'BinaryExpression' || test.operator !== 'instanceof') return false;
  return test.left.type === 'Identifier' && test.left.name === error.name;
}

/** The code that runs only when a test holds. */
function getGuarded(test: Node): readonly Node[] {
  const { parent } = test;
  if ((parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === test)
    return [parent.consequent];
  if (parent?.type !== 'LogicalExpression' || parent.operator !== '&&' || parent.left !== test) return [];
  return [parent.right, ...getGuarded(parent)];
}

interface Reads {
  /** Read `status` instead of `statusCode`. */
  readonly edits: readonly TextEdit[];
  /** Whether the text of the error is read. */
  readonly hasText: boolean;
}

/** What guarded code reads of an error; undefined where that is more than errors of both kinds have, or nothing is known to be guarded. */
function planReads(source: HostSource, error: TSESTree.Identifier, guarded: readonly Node[]): Reads | undefined {
  if (guarded.length === 0) return undefined;
  const references = findVariable(source, error)?.references ?? [];
  const edits: TextEdit[] = [];
  let hasText = false;
  for (const { identifier } of references) {
    const { parent } = identifier;
    if (!guarded.some((part) => isWithin(identifier, part)) || parent.type === 'CallExpression') continue;
    const property = parent.type === 'MemberExpression' && parent.object === identifier ? parent.property : undefined;
    if (property?.type !== 'Identifier') return undefined;
    if (property.name === 'statusCode')
      edits.push({ start: property.range[0], end: property.range[1], text: 'status' });
    else if (!common.has(property.name)) return undefined;
    if (property.name === 'message' || property.name === 'stack') hasText = true;
  }
  return { edits, hasText };
}
