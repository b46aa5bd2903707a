import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { leaves } from '../outcomes/leaves.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { collectOwn, some } from '../walk.ts';
import { getFollowing, getStatement } from './following.ts';
import { isLogStatement } from './log-statement.ts';

/** How the parameter of a function is called that is handed an error. */
const errorName = /^(?:e|ex|err|error|exception|cause|reason)$|[a-z](?:Error|Err|Exception)$/;

/**
 * Whether a failure befalls the work on another error, which goes its way behind it:
 * `error: (error) => { try { read(error.body); } catch {} observer.error(error); }`.
 */
export function isBehindFirstError(source: Source, { kind, host, body }: ErrorHandler): boolean {
  if (kind !== 'catch-clause' || !body || leaves(body)) return false;
  const passed: Node[] = [];
  for (let current: Node = getStatement(host); current.parent; current = current.parent) {
    passed.push(...getFollowing(current));
    const { parent } = current;
    if (!isFunction(parent) && parent.type !== 'CatchClause') continue;
    const parameters = isFunction(parent) ? parent.params : parent.param ? [parent.param] : [];
    const first = parameters.find(
      (one) => one.type === 'Identifier' && (!isFunction(parent) || errorName.test(one.name)),
    );
    const names = first ? getNames(source, parent.body, getDottedName(first)) : [];
    if (names.length > 0 && passed.some((statement) => passesOn(source, statement, names))) return true;
    if (isFunction(parent)) return false;
  }
  return false;
}

/** `error`, and `normal` in `const normal = normalize(error);` */
function getNames(source: Source, body: Node, name: string): readonly string[] {
  const isMade = ({ id, init }: TSESTree.VariableDeclarator): boolean =>
    id.type === 'Identifier' && errorName.test(id.name) && init !== null && mentions(source, init, [name]);
  return [
    name,
    ...collectOwn(source, body, 'VariableDeclarator')
      .filter(isMade)
      .map(({ id }) => getDottedName(id)),
  ];
}

function passesOn(source: Source, statement: Node, names: readonly string[]): boolean {
  if (isLogStatement(statement)) return false;
  if (statement.type === 'ThrowStatement') return mentions(source, statement.argument, names);
  return collectOwn(source, statement, 'CallExpression').some((call) =>
    call.arguments.some((argument) => mentions(source, argument, names)),
  );
}

function mentions(source: Source, node: Node, names: readonly string[]): boolean {
  return some(source, node, (inner) => inner.type === 'Identifier' && names.includes(inner.name));
}
