import type { TSESTree } from '@typescript-eslint/types';
import {
  getPropertyName,
  hasComment,
  isFunction,
  resolveFunction,
  type FunctionNode,
  type Node,
  type Source,
} from 'eslint-plugin-octollm/patterns';
import type { TextEdit } from '../engine/edit/change.ts';
import type { Refusal } from '../engine/edit/refusal.ts';
import { findDeclaredType } from '../values/declared-type.ts';

/** Plans what becomes of the function that is repeated: p-retry hands it the number of the attempt, `retry` a context with that. */
export function planFunction(source: Source, fn: Node): readonly TextEdit[] | Refusal {
  if (isFunction(fn)) return rewriteParameter(source, fn);
  const count = countParameters(source, fn);
  if (count === 0) return [];
  if (count === 1 && fn.type === 'Identifier' && fn.name !== 'attempt') {
    const text = `({ attempt }) => ${fn.name}(attempt)`;
    return [{ start: fn.range[0], end: fn.range[1], text }];
  }
  const reason = 'Whether its function takes the number of the attempt does not show here: `retry` hands it a context.';
  return { kind: 'function', reason };
}

function rewriteParameter(source: Source, fn: FunctionNode): readonly TextEdit[] | Refusal {
  const [parameter, ...others] = fn.params;
  if (!parameter) return [];
  if (parameter.type !== 'Identifier' || others.length > 0 || hasComment(source, parameter))
    return { kind: 'function', reason: 'Its function takes more than the number of the attempt: migrate it by hand.' };
  const { name, range } = parameter;
  const pattern = name === 'attempt' ? '{ attempt }' : `{ attempt: ${name} }`;
  const isBare = !/\(\s*$/.test(source.text.slice(fn.range[0], range[0]));
  return [{ start: range[0], end: range[1], text: isBare ? `(${pattern})` : pattern }];
}

/** How many parameters a function has that stands elsewhere in the file, or whose type does. */
function countParameters(source: Source, fn: Node): number | undefined {
  const inner = getBound(fn) ?? fn;
  const resolved = resolveFunction(source, inner);
  if (resolved) return resolved.params.length;
  const type = findDeclaredType(source, inner);
  return type?.type === 'TSFunctionType' ? type.params.length : undefined;
}

/** `load.bind(this)` takes what `load` takes. */
function getBound(fn: Node): TSESTree.Expression | undefined {
  if (fn.type !== 'CallExpression' || fn.arguments.length !== 1) return undefined;
  const { callee } = fn;
  return callee.type === 'MemberExpression' && getPropertyName(callee) === 'bind' ? callee.object : undefined;
}
