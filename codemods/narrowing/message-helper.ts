import {
  findVariableByName,
  getEnclosingFunction,
  getModuleStatements,
  isFunction,
  isWithin,
  resolveFunction,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
} from 'eslint-plugin-octollm/patterns';
import type { ImportRequest } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import type { WriteText } from './narrow-read.ts';
import { isOpenType } from './type-text.ts';

/** How a file puts an error into words, and what it has to import for that. */
export interface MessageHelper {
  readonly writeText: WriteText;
  readonly imports: readonly ImportRequest[];
}

const inline: MessageHelper = { writeText: undefined, imports: [] };

const runtime = '@octollm/errors';

/** Names of functions that make text of whatever was thrown. */
const textMakers = /^(?:get|to|extract|read|parse)?err(?:or)?(?:To)?(?:Message|Msg|Text|String)$/i;
/** Names of functions that make an error of it. */
const errorMakers = /^(?:to|as|ensure|normali[sz]e)(?:An)?Error$/;

/** Finds how text is made of an error at a place: with the function that the file has for it, the runtime's, or the language alone. */
export function findMessageHelper(file: SyntaxFile, place: Node, mode: string): MessageHelper {
  if (mode === 'inline') return inline;
  const own = findOwn(file.source, place, textMakers);
  if (own !== undefined) return { writeText: (name) => `${own}(${name})`, imports: [] };
  const maker = findOwn(file.source, place, errorMakers);
  if (maker !== undefined) return { writeText: (name) => `${maker}(${name}).message`, imports: [] };
  const hasRuntime = getModuleStatements(file.source).some(
    ({ module, isTypeOnly }) => module === runtime && !isTypeOnly,
  );
  if (mode !== 'runtime' && !hasRuntime) return inline;
  const request = file.imports.request(runtime, 'getErrorMessage');
  return { writeText: (name) => `${request.local}(${name})`, imports: [request] };
}

/** A function of the module scope that has such a name, takes any value, and is not the one that is being mended. */
function findOwn(source: Source, place: Node, names: RegExp): string | undefined {
  const scope = source.scopeManager?.scopes.find(({ type }) => type === 'module') ?? source.scopeManager?.globalScope;
  const found = [...(scope?.variables ?? [])].find(
    (variable) => names.test(variable.name) && serves(source, place, variable),
  );
  return found && findVariableByName(source, place, found.name) === found ? found.name : undefined;
}

function serves(source: Source, place: Node, variable: Variable): boolean {
  const definition = variable.defs[0];
  if (variable.defs.length !== 1 || !definition) return false;
  if (definition.type === 'ImportBinding')
    return !getModuleStatements(source).some(({ bindings }) =>
      bindings.some(({ local, isTypeOnly }) => local === variable.name && isTypeOnly),
    );
  const helper = isFunction(definition.node) ? definition.node : resolveFunction(source, definition.name);
  return helper !== undefined && !isInside(place, helper) && takesAnything(helper);
}

function isInside(place: Node, helper: FunctionNode): boolean {
  return getEnclosingFunction(place) !== undefined && isWithin(place, helper);
}

function takesAnything({ params }: FunctionNode): boolean {
  const [first, second] = params;
  const type = first?.type === 'Identifier' ? first.typeAnnotation?.typeAnnotation : undefined;
  const isAlone =
    second === undefined || second.type === 'AssignmentPattern' || ('optional' in second && second.optional);
  return type !== undefined && isOpenType(type) && isAlone;
}
