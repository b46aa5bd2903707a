import { findVariable, getPropertyName, type Node } from 'eslint-plugin-octollm/patterns';
import type { ModuleUse } from '../bindings/module-uses.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { findNodes } from '../syntax/find-nodes.ts';

/** Finds code of the file that reads off an error what only errors of http-errors have. */
export function findReader({ root, source }: SyntaxFile): Node | undefined {
  return findNodes(root, 'MemberExpression').find((member) => {
    const property = getPropertyName(member);
    if (property !== 'statusCode' && property !== 'expose' && property !== 'headers') return false;
    const { object } = member;
    if (object.type !== 'Identifier') return false;
    return errorName.test(object.name) || findVariable(source, object)?.defs[0]?.type === 'CatchClause';
  });
}

const errorName = /^_?(?:e|ex|err|error|exception|cause)$/i;

/** Whether a use asks for the class of an error: `isHttpError(error)`, `error instanceof NotFound`, `error: HttpError`. */
export function isAsked({ name, node, isType }: ModuleUse): boolean {
  if (isType || name === 'isHttpError' || name === 'HttpError') return true;
  return node.parent?.type === 'BinaryExpression' && node.parent.operator === 'instanceof';
}
