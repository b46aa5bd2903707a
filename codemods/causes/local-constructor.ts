import type { TSESTree } from '@typescript-eslint/types';
import {
  findVariable,
  getPropertyName,
  isFunction,
  type FunctionNode,
  type Node,
  type Source,
} from 'eslint-plugin-octollm/patterns';
import type { ConstructorShape, ProjectQuestions } from '../engine/transform/project-questions.ts';
import { isOpenType } from '../values/open-type.ts';

const takesNone: ConstructorShape = { optionsPosition: null, causePosition: null, maximumArguments: 0 };
const builtIns = /^(?:(?:Eval|Range|Reference|Syntax|Type|URI)?Error)$/;

/** Reads what the constructor of a class of the same file takes, as far as the text tells; undefined for classes from elsewhere. */
export function readLocalConstructor(
  source: Source,
  name: TSESTree.Identifier,
  project: Pick<ProjectQuestions, 'acceptsErrorOptions'>,
  depth = 0,
): ConstructorShape | undefined {
  const definitions = findVariable(source, name)?.defs ?? [];
  if (definitions.length === 0 && builtIns.test(name.name)) return readBuiltIn(project);
  const declaration = definitions[0]?.node;
  if (definitions.length !== 1 || declaration?.type !== 'ClassDeclaration' || depth > 3) return undefined;
  const own = findConstructor(declaration);
  if (own) return readParameters(source, own);
  const { superClass } = declaration;
  if (!superClass) return takesNone;
  return superClass.type === 'Identifier' ? readLocalConstructor(source, superClass, project, depth + 1) : undefined;
}

function readBuiltIn({ acceptsErrorOptions }: Pick<ProjectQuestions, 'acceptsErrorOptions'>): ConstructorShape {
  if (acceptsErrorOptions() === false) return { ...takesNone, maximumArguments: 1 };
  return { optionsPosition: 1, causePosition: null, maximumArguments: 2 };
}

function findConstructor({ body }: TSESTree.ClassDeclaration): FunctionNode | undefined {
  const found = body.body.filter((element) => element.type === 'MethodDefinition' && element.kind === 'constructor');
  // Overloads say more than one thing.
  const [element] = found;
  return found.length === 1 && element?.type === 'MethodDefinition' && isFunction(element.value)
    ? element.value
    : undefined;
}

function readParameters(source: Source, constructor: FunctionNode): ConstructorShape {
  const parameters = constructor.params.map(getTarget);
  const options = parameters.findIndex((parameter) => isOptions(source, parameter, constructor));
  const cause = parameters.findIndex(isCause);
  return {
    optionsPosition: options === -1 ? null : options,
    causePosition: cause === -1 ? null : cause,
    maximumArguments: parameters.some(({ type }) => type === 'RestElement') ? Infinity : parameters.length,
  };
}

function getTarget(parameter: TSESTree.Parameter): Node {
  if (parameter.type === 'TSParameterProperty') return getTarget(parameter.parameter);
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
}

const causeNames = /^(?:cause|(?:original|inner|underlying|wrapped|previous)(?:Error|Exception|Cause)?)$/;

/** A caught value is `unknown`: a parameter of a narrower type would not take it. */
function isCause(parameter: Node): boolean {
  if (parameter.type !== 'Identifier' || !causeNames.test(parameter.name)) return false;
  const type = parameter.typeAnnotation?.typeAnnotation;
  return !type || isOpenType(type);
}

/** `options?: ErrorOptions`, `options: { cause?: unknown }`, and what plain JavaScript hands to `super` behind the message. */
function isOptions(source: Source, parameter: Node, constructor: FunctionNode): boolean {
  if (parameter.type === 'ObjectPattern' && !parameter.typeAnnotation)
    return parameter.properties.some((property) => getPropertyName(property) === 'cause');
  const type = 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined;
  if (type?.type === 'TSTypeAnnotation') return isOptionsType(source, type.typeAnnotation);
  return parameter.type === 'Identifier' && isHandedToSuper(parameter.name, constructor);
}

function isOptionsType(source: Source, type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSTypeLiteral') return areOptions(type.members);
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  const { name } = type.typeName;
  if (name === 'ErrorOptions') return true;
  return source.ast.body.some((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return (
      declaration?.type === 'TSInterfaceDeclaration' &&
      declaration.id.name === name &&
      declaration.extends.length === 0 &&
      areOptions(declaration.body.body)
    );
  });
}

/** Whether `{ cause }` alone is a value of the type. */
function areOptions(members: readonly TSESTree.TypeElement[]): boolean {
  const properties = members.flatMap((member) => (member.type === 'TSPropertySignature' ? [member] : []));
  const cause = properties.find(({ key }) => key.type === 'Identifier' && key.name === 'cause');
  const type = cause?.typeAnnotation?.typeAnnotation;
  return type !== undefined && isOpenType(type) && members.every((member) => member === cause || isOptional(member));
}

function isOptional(member: TSESTree.TypeElement): boolean {
  return member.type === 'TSPropertySignature' && member.optional;
}

function isHandedToSuper(name: string, { body }: FunctionNode): boolean {
  if (body?.type !== 'BlockStatement') return false;
  return body.body.some((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return false;
    const { callee, arguments: given } = statement.expression;
    const second = given[1];
    return callee.type === 'Super' && second?.type === 'Identifier' && second.name === name;
  });
}
