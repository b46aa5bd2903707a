import type { TSESTree } from '@typescript-eslint/types';
import {
  findVariable,
  getDottedName,
  getFailure,
  getImportedName,
  getLastName,
  isFunction,
  isLogger,
  isReporter,
  matchesName,
  resolveFunction,
  type FunctionNode,
  type Node,
  type Source,
} from 'eslint-plugin-octollm/patterns';
import { findShape } from '../causes/find-shape.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { certain, doubtful, likely, type Reception } from './reception.ts';
import { receiveType } from './receive-type.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** What the platform types as `any` or `unknown`, whatever the argument. */
const platform =
  /^(?:console\.\w+|(?:String|Boolean|Number|structuredClone)|JSON\.stringify|Promise\.reject|Object\.is|Array\.isArray|Error\.isError|util\.inspect|inspect|types\.isNativeError|util\.types\.isNativeError)$/;

/** Names of functions that ask what a value is, or make text or an error of whatever it is. */
const conversions =
  /^(?:is[A-Z]\w*|(?:to|as|get|ensure|normali[sz]e|format|serialize|stringify|describe|extract|print|inspect)\w*(?:Err(?:or)?|Exception|Message|Msg|Reason)\w*|err(?:or)?(?:To)?(?:Message|Msg|String|Text))$/;

/** What ends a stream or an observable with whatever went wrong. */
const sinks = /(?:^|\.)(?:subscriber|observer|subject|controller)\.error$/;

/** The assertions of Node and of test frameworks, which compare any values. */
const testFrameworks =
  /^(?:(?:assert|chai\.assert)(?:\/strict)?(?:\.\w+)*|(?:vitest|@jest\/globals|bun:test|chai)\.expect)$/;

/** Tells whether a call takes an argument of type `unknown`: by the function where it stands in the file, else by its name. */
export function receiveArgument(file: SyntaxFile, call: Call, node: Node): Reception {
  const name = getDottedName(call.callee);
  const position = call.arguments.findIndex((argument) => argument === node);
  if (position === -1) return doubtful('is called');
  if (call.type === 'NewExpression') {
    const constructor = findConstructor(file.source, call.callee);
    if (constructor) return receiveInParameter(constructor, position, name);
    const isCause = findShape(file, { node: call })?.causePosition === position;
    return isCause ? certain : doubtful(`is given to \`new ${name}\``);
  }
  if (platform.test(name) && isGlobalOrImported(file, call.callee)) return certain;
  const declared = resolveFunction(file.source, call.callee);
  if (declared) return receiveInParameter(declared, position, name);
  return receiveByName(file, call, name) ?? doubtful(`is given to \`${name}\`, which may not take \`unknown\``);
}

function findConstructor(source: Source, callee: Node): FunctionNode | undefined {
  const variable = callee.type === 'Identifier' ? findVariable(source, callee) : undefined;
  const declaration = variable?.defs[0]?.node;
  if (declaration?.type !== 'ClassDeclaration') return undefined;
  for (const element of declaration.body.body)
    if (element.type === 'MethodDefinition' && element.kind === 'constructor' && isFunction(element.value))
      return element.value;
  return undefined;
}

function isGlobalOrImported({ source }: SyntaxFile, callee: Node): boolean {
  if (callee.type !== 'Identifier') return true;
  return (findVariable(source, callee)?.defs.length ?? 0) === 0 || getImportedName(source, callee) !== undefined;
}

function receiveInParameter({ params }: FunctionNode, position: number, name: string): Reception {
  const parameter = params[position] ?? params.at(-1);
  const target = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const type = target && 'typeAnnotation' in target ? target.typeAnnotation?.typeAnnotation : undefined;
  if (!type) return likely;
  const own = target?.type === 'RestElement' && type.type === 'TSArrayType' ? type.elementType : type;
  return receiveType(own) ?? doubtful(`is given to \`${name}\`, which does not take \`unknown\``);
}

function receiveByName(
  { source, settings }: SyntaxFile,
  call: TSESTree.CallExpression,
  name: string,
): Reception | undefined {
  const channel = getFailure(source, call)?.channel;
  if (channel === 'promise-reject') return certain;
  // A `deferred.reject` of a project may take an `Error` only.
  if (channel === 'reject') return call.callee.type === 'Identifier' ? certain : likely;
  if (channel === 'abort' || channel === 'emit') return likely;
  if (isLogger(name, settings) || isReporter(name, settings) || sinks.test(name)) return likely;
  const known = [...settings.normalizers, ...settings.guards, ...settings.errorFactories];
  if (matchesName(name, known) || conversions.test(getLastName(name))) return likely;
  const origin = getImportedName(source, call.callee) ?? name;
  return testFrameworks.test(origin) || /^(?:expect|next)$/.test(name) ? likely : undefined;
}
