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
import { isOpenType } from '../values/open-type.ts';

/** How a file makes text, and an error, of whatever was thrown; undefined for the language alone. */
export interface ErrorHelpers {
  readonly writeText: WriteText;
  readonly writeError: WriteText;
  /** What the helpers have to import, by what they make. */
  readonly imports: { readonly text: readonly ImportRequest[]; readonly error: readonly ImportRequest[] };
}

const runtime = '@octollm/errors';
const none = { text: [], error: [] };

/** Names of functions that make text of whatever was thrown. */
const textMakers = /^(?:get|to|extract|read|parse)?err(?:or)?(?:To)?(?:Message|Msg|Text|String)$/i;
/** Names of functions that make an error of it. */
const errorMakers = /^(?:to|as|ensure|normali[sz]e)(?:An)?Error$/;

/** Finds what serves at a place: functions that the file has, those of the runtime, or none. */
export function findErrorHelpers(file: SyntaxFile, place: Node, mode: string): ErrorHelpers {
  if (mode === 'inline') return { writeText: undefined, writeError: undefined, imports: none };
  const textMaker = findOwn(file.source, place, textMakers);
  const errorMaker = findOwn(file.source, place, errorMakers);
  const isRuntimeAtHand = getModuleStatements(file.source).some(
    ({ module, isTypeOnly }) => module === runtime && !isTypeOnly,
  );
  const usesRuntime = mode === 'runtime' || isRuntimeAtHand;
  const text = usesRuntime && textMaker === undefined && errorMaker === undefined ? ['getErrorMessage'] : [];
  const error = usesRuntime && errorMaker === undefined ? ['toError'] : [];
  const request = (name: string): ImportRequest => file.imports.request(runtime, name);
  const imports = { text: text.map(request), error: error.map(request) };
  const maker = errorMaker ?? imports.error[0]?.local;
  return {
    writeText: call(textMaker ?? imports.text[0]?.local) ?? call(errorMaker, '.message'),
    writeError: call(maker),
    imports,
  };
}

function call(maker: string | undefined, end = ''): WriteText {
  return maker === undefined ? undefined : (name) => `${maker}(${name})${end}`;
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
