import { getPropertyName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { isWithin, type Node, type Source, type Variable } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';

/** The places of a handler's body at which an expression is the caught value itself, under its own name or an alias. */
export interface CaughtValue {
  /** In the order of the text: identifiers, or `result.reason` of a settled result. */
  readonly places: readonly Node[];
}

/** Finds where a handler's body has the caught value; undefined where it is written to, and so may be another value later on. */
export function findCaughtValue(source: Source, handler: ErrorHandler): CaughtValue | undefined {
  const { body } = handler;
  if (!body) return undefined;
  const isSettled = handler.kind === 'settled-result';
  const places = collectPlaces(source, handler.variables, body, isSettled ? getReason : (identifier) => identifier);
  return places ? { places: places.sort((first, second) => first.range[0] - second.range[0]) } : undefined;
}

function collectPlaces(
  source: Source,
  variables: readonly Variable[],
  body: Node,
  getPlace: (identifier: Node) => Node | undefined,
): Node[] | undefined {
  const places: Node[] = [];
  const pending = [...variables];
  for (let variable = pending.pop(); variable; variable = pending.pop()) {
    const isAlias = !variables.includes(variable);
    for (const reference of variable.references) {
      if (reference.isWrite()) {
        if (reference.init !== true) return undefined;
        continue;
      }
      const place = isAlias ? reference.identifier : getPlace(reference.identifier);
      if (!place || !isWithin(place, body)) continue;
      places.push(place);
      const alias = findAlias(source, place);
      if (alias) pending.push(alias);
    }
  }
  return places;
}

/** `const failure = error as HttpError;` */
function findAlias(source: Source, place: Node): Variable | undefined {
  const value = getOutermostExpression(place);
  const declarator = value.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== value) return undefined;
  if (declarator.id.type !== 'Identifier') return undefined;
  const variable = findVariable(source, declarator.id);
  const isWrittenOnce = variable?.references.every((reference) => !reference.isWrite() || reference.init === true);
  return isWrittenOnce ? variable : undefined;
}

function getReason(identifier: Node): Node | undefined {
  const member = getOutermostExpression(identifier).parent;
  return member?.type === 'MemberExpression' && getPropertyName(member) === 'reason' ? member : undefined;
}

export function isCaught({ places }: CaughtValue, node: Node): boolean {
  return places.includes(unwrapExpression(node));
}

/** Whether a piece of code has the caught value anywhere in it. */
export function mentionsCaught({ places }: CaughtValue, node: Node): boolean {
  return places.some((place) => isWithin(place, node));
}
