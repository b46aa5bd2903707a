import { ts } from 'ts-morph';
import type { ConstructorShape } from '../engine/transform/project-questions.ts';
import type { Declaration, DeclarationFinder } from './declaration-finder.ts';
import { takesCause } from './takes-cause.ts';

/** What decides about a constructor beside its own parameters. */
export interface ShapeContext {
  readonly finder: DeclarationFinder;
  /** Whether built-in errors take options. */
  readonly acceptsErrorOptions: () => boolean | undefined;
}

/** Reads what the constructor of a class takes, its own or an inherited one, from its declaration. */
export function readConstructorShape(
  { node, file }: Declaration,
  context: ShapeContext,
  seen: ReadonlySet<ts.Node> = new Set(),
): ConstructorShape | undefined {
  if (!ts.isClassDeclaration(node) || seen.has(node)) return undefined;
  const own = findConstructor(node);
  if (own) return readParameters(own, file, context);
  const heritage = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const parent = heritage?.types[0]?.expression;
  if (!parent) return { optionsPosition: null, causePosition: null, maximumArguments: 0 };
  if (!ts.isIdentifier(parent)) return undefined;
  const declared = context.finder.findLocal(file, parent.text);
  if (declared) return readConstructorShape(declared, context, new Set([...seen, node]));
  return readBuiltIn(parent.text, context);
}

/** Of several overloads the longest tells most; the implementation behind them is not for callers. */
function findConstructor(node: ts.ClassDeclaration): ts.ConstructorDeclaration | undefined {
  const all = node.members.filter(ts.isConstructorDeclaration);
  const callable = all.length > 1 ? all.filter(({ body }) => !body) : all;
  return callable.sort((one, other) => other.parameters.length - one.parameters.length)[0];
}

const builtIn: ReadonlySet<string> = new Set([
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'AggregateError',
]);

function readBuiltIn(name: string, { acceptsErrorOptions }: ShapeContext): ConstructorShape | undefined {
  const accepts = builtIn.has(name) ? acceptsErrorOptions() : undefined;
  if (accepts === undefined) return undefined;
  const position = name === 'AggregateError' ? 2 : 1;
  return accepts
    ? { optionsPosition: position, causePosition: null, maximumArguments: position + 1 }
    : { optionsPosition: null, causePosition: null, maximumArguments: position };
}

function readParameters(
  constructor: ts.ConstructorDeclaration,
  file: ts.SourceFile,
  context: ShapeContext,
): ConstructorShape {
  const { parameters } = constructor;
  const options = parameters.findIndex((parameter) =>
    parameter.type ? isOptions(parameter, parameter.type, file, context) : isHandedToSuper(parameter, constructor),
  );
  const cause = parameters.findIndex(isCause);
  return {
    optionsPosition: options === -1 ? null : options,
    causePosition: cause === -1 ? null : cause,
    maximumArguments: parameters.some(({ dotDotDotToken }) => dotDotDotToken) ? Infinity : parameters.length,
  };
}

function isOptions(
  parameter: ts.ParameterDeclaration,
  type: ts.TypeNode,
  file: ts.SourceFile,
  context: ShapeContext,
): boolean {
  const isOptional = parameter.questionToken !== undefined || parameter.initializer !== undefined;
  const answer = takesCause(type, file, context);
  // Where the parameter may be left out, its options must do with nothing but a cause.
  return answer !== undefined && (answer.isEnough || !isOptional);
}

/** Plain JavaScript says by what it does with a parameter that it means the options of `Error`. */
function isHandedToSuper({ name }: ts.ParameterDeclaration, { body }: ts.ConstructorDeclaration): boolean {
  return (
    ts.isIdentifier(name) &&
    body?.statements.some((statement) => {
      if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
      const { expression: callee, arguments: given } = statement.expression;
      const second = given[1];
      return (
        callee.kind === ts.SyntaxKind.SuperKeyword && second && ts.isIdentifier(second) && second.text === name.text
      );
    }) === true
  );
}

const causeNames = /^(?:cause|(?:original|inner|underlying|wrapped|previous|source|parent)(?:Error|Exception|Cause)?)$/;

/** A caught value is `unknown`: a parameter of a narrower type would not take it. */
function isCause({ name, type, dotDotDotToken }: ts.ParameterDeclaration): boolean {
  if (dotDotDotToken || !ts.isIdentifier(name) || !causeNames.test(name.text)) return false;
  return !type || type.kind === ts.SyntaxKind.UnknownKeyword || type.kind === ts.SyntaxKind.AnyKeyword;
}
