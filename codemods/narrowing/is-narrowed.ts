import {
  findVariable,
  getImportedName,
  isFunction,
  resolveFunction,
  unwrapExpression,
  type Node,
  type Source,
  type Variable,
} from 'eslint-plugin-octollm/patterns';

/**
 * Whether the type checker knows a class of the value at a place, because of a test around it or before it: there it is the same
 * whether the value came in as `any` or as `unknown`.
 */
export function isNarrowed(source: Source, variable: Variable, place: Node): boolean {
  let child = place;
  for (let current = place.parent; current; child = current, current = current.parent) {
    // A function may run when the test does not hold any more; compilers differ in what they know there.
    if (isFunction(current) || current === variable.scope.block) return false;
    if (isTestedAround(source, variable, current, child)) return true;
    if (current.type === 'BlockStatement' && isTestedBefore(source, variable, current.body, child)) return true;
  }
  return false;
}

function isTestedAround(source: Source, variable: Variable, parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child !== parent.test && tells(source, variable, parent.test, child === parent.consequent);
    case 'LogicalExpression':
      return (
        child === parent.right &&
        parent.operator !== '??' &&
        tells(source, variable, parent.left, parent.operator === '&&')
      );
    default:
      return false;
  }
}

/** `if (!(e instanceof X)) throw e;` */
function isTestedBefore(source: Source, variable: Variable, body: readonly Node[], child: Node): boolean {
  return body
    .slice(0, Math.max(0, body.indexOf(child)))
    .some(
      (statement) =>
        statement.type === 'IfStatement' &&
        !statement.alternate &&
        leaves(statement.consequent) &&
        tells(source, variable, statement.test, false),
    );
}

function leaves(statement: Node): boolean {
  if (statement.type !== 'BlockStatement') return /^(?:Return|Throw|Continue|Break)Statement$/.test(statement.type);
  const last = statement.body.at(-1);
  return last !== undefined && leaves(last);
}

/** Whether an answer of a test tells a class of the value. */
function tells(source: Source, variable: Variable, test: Node, answer: boolean): boolean {
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' && tells(source, variable, test.argument, !answer);
    case 'LogicalExpression': {
      const both = test.operator === (answer ? '&&' : '||');
      const left = tells(source, variable, test.left, answer);
      const right = tells(source, variable, test.right, answer);
      return both ? left || right : left && right;
    }
    case 'BinaryExpression':
      return answer && test.operator === 'instanceof' && isVariable(source, variable, test.left) && isClass(test.right);
    case 'CallExpression':
      return (
        answer && test.arguments.some((given) => isVariable(source, variable, given)) && isGuard(source, test.callee)
      );
    default:
      return false;
  }
}

function isVariable(source: Source, variable: Variable, node: Node): boolean {
  return node.type === 'Identifier' && node.name === variable.name && findVariable(source, node) === variable;
}

/** `any` is not narrowed to `Object` and `Function`, which hardly anything can be read from. */
function isClass(node: Node): boolean {
  return !(node.type === 'Identifier' && /^(?:Object|Function)$/.test(node.name));
}

const knownGuards: ReadonlySet<string> = new Set([
  'axios.isAxiosError',
  'http-errors.isHttpError',
  'util.types.isNativeError',
]);

/** A function whose return type is `value is X`: its own declaration says so, or it is known for that. */
function isGuard(source: Source, callee: Node): boolean {
  if (knownGuards.has(getImportedName(source, callee) ?? '')) return true;
  const returned = resolveFunction(source, unwrapExpression(callee))?.returnType?.typeAnnotation;
  return returned?.type === 'TSTypePredicate' && !returned.asserts;
}
