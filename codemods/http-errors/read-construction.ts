import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from 'eslint-plugin-octollm/patterns';
import type { ModuleUse } from '../bindings/module-uses.ts';
import type { Refusal } from '../engine/edit/refusal.ts';
import { getValueKind } from '../values/value-kind.ts';
import { getStatusOfExport } from './statuses.ts';

/** An error of http-errors as it is made. */
export interface HttpErrorConstruction {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly status: number;
  /** The argument that is the status. */
  readonly statusNode: Node | undefined;
  readonly message: Node | undefined;
  readonly properties: TSESTree.ObjectExpression | undefined;
}

/** The call or `new` that a use of http-errors is the callee of, when that makes an error. */
export function getConstruction({ name, node }: ModuleUse): HttpErrorConstruction['node'] | undefined {
  const { parent } = node;
  if (name !== '' && getStatusOfExport(name) === undefined) return undefined;
  const isMade = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
  return isMade && parent.callee === node ? parent : undefined;
}

/** Reads status, text and properties off the arguments, whose types http-errors tells apart only when it runs. */
export function readConstruction(
  source: Source,
  { name }: ModuleUse,
  node: HttpErrorConstruction['node'],
): HttpErrorConstruction | Refusal {
  const args = [...node.arguments];
  let status = getStatusOfExport(name) ?? 500;
  let statusNode: Node | undefined;
  const [first] = args;
  if (name === '' && first?.type === 'Literal' && typeof first.value === 'number') {
    status = first.value;
    statusNode = args.shift();
  }
  const message = args[0] && getValueKind(source, args[0]) === 'string' ? args.shift() : undefined;
  const properties = name === '' && args[0]?.type === 'ObjectExpression' ? args.shift() : undefined;
  const [rest] = args;
  if (!rest) return { node, status, statusNode, message, properties: toLiteral(properties) };
  if (rest === first && name === '') {
    if (getValueKind(source, rest) === 'number')
      return refuse('Its status is known only when it runs: choose a class by it.');
    if (rest.type === 'Identifier') return refuse(wrapping);
  }
  return refuse(statusNode ? `The argument behind the status ${unclear}` : `Its first argument ${unclear}`);
}

const unclear = 'may be a status, a text, an error or properties: the file does not tell.';
const wrapping =
  'http-errors returns the error that it is given, with a status put on: use `wrap`, or throw a class with a status of its own.';

function refuse(reason: string): Refusal {
  return { kind: 'arguments', reason };
}

function toLiteral(node: Node | undefined): TSESTree.ObjectExpression | undefined {
  return node?.type === 'ObjectExpression' ? node : undefined;
}
