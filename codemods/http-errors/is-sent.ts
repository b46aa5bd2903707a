import {
  findVariable,
  getFailure,
  getOutermostExpression,
  type Node,
  type Source,
} from 'eslint-plugin-octollm/patterns';

/** Whether an error that is made does nothing but leave the code: thrown, rejected with, or handed to a callback such as `next`. */
export function isSent(source: Source, construction: Node): boolean {
  const value = climbChoices(construction);
  if (isFailure(source, value)) return true;
  const { parent } = value;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || parent.id.typeAnnotation)
    return false;
  const reads = findVariable(source, parent.id)?.references.filter(({ init }) => init !== true) ?? [];
  return reads.length > 0 && reads.every(({ identifier }) => isFailure(source, climbChoices(identifier)));
}

function isFailure(source: Source, value: Node): boolean {
  const { parent } = value;
  return parent !== undefined && getFailure(source, parent)?.value === value;
}

/** `isKnown ? createError(403) : createError(404)` */
function climbChoices(node: Node): Node {
  let value = getOutermostExpression(node);
  for (let parent = value.parent; parent; parent = value.parent) {
    const isArm = parent.type === 'ConditionalExpression' ? parent.test !== value : parent.type === 'LogicalExpression';
    if (!isArm) break;
    value = getOutermostExpression(parent);
  }
  return value;
}
