import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { isLogger } from '../outcomes/log-call.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { isFunction, type Node } from '../source.ts';
import { isNamedAsError, getErrorConstruction } from './error-construction.ts';
import { getFailure, type Failure } from './failure-channel.ts';
import type { Source } from '../source.ts';

const transparent =
  /^(?:TS\w+Expression|ChainExpression|ConditionalExpression|AwaitExpression|Property|ObjectExpression|ArrayExpression)$/;

/** Calls that look at an error or keep it for themselves. */
const keeps =
  /^(?:instanceof|assign|log\w*|warn|debug|expect|to(?:Be|Equal|StrictEqual|Throw|Match)\w*|is[A-Z]\w*|has[A-Z]\w*|captureStackTrace)$/;

/**
 * Reads how a new error goes on that no failure channel carries: it is returned, yielded or passed to a call that is no log
 * (`return new X(…)`, `emit('failed', new X(…))`, `{ error: new X(…) }`). Undefined for every other construction.
 */
export function getHandedOn(
  source: Source,
  settings: OctollmSettings,
  node: TSESTree.NewExpression,
): Failure | undefined {
  const construction = getErrorConstruction(node);
  if (!construction || !isNamedAsError(construction)) return undefined;
  let child: Node = node;
  let parent: Node | undefined = node.parent;
  while (
    parent &&
    transparent.test(parent.type) &&
    !(parent.type === 'ConditionalExpression' && parent.test === child)
  ) {
    child = parent;
    parent = parent.parent;
  }
  if (!parent) return undefined;
  if (parent.type === 'ReturnStatement' || parent.type === 'YieldExpression')
    return { channel: 'result', node: parent, value: node };
  if (isFunction(parent) && parent.body === child) return { channel: 'result', node: parent.body, value: node };
  if (parent.type !== 'CallExpression' || parent.callee === child || getFailure(source, parent)) return undefined;
  const name = getDottedName(parent.callee);
  if (isLogger(name, settings) || keeps.test(getLastName(name)) || /^(?:expect|assert)\b/.test(name)) return undefined;
  return { channel: 'callback', node: parent, value: node };
}
