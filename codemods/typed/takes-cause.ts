import { ts } from 'ts-morph';
import type { ShapeContext } from './constructor-shape.ts';

/** A type of options that has a `cause`. */
export interface CauseTaking {
  /** Whether `{ cause }` alone is a value of it: nothing else is required. */
  readonly isEnough: boolean;
}

/** Partial answers do not change whether there is a cause, only what is required beside it. */
const transparent: ReadonlySet<string> = new Set(['Readonly', 'Partial', 'Required', 'NonNullable']);

/** Reads from a type as it is written whether its values take a `cause`. */
export function takesCause(
  type: ts.TypeNode,
  file: ts.SourceFile,
  context: ShapeContext,
  seen: ReadonlySet<ts.Node> = new Set(),
): CauseTaking | undefined {
  if (seen.has(type)) return undefined;
  const visited = new Set([...seen, type]);
  const ask = (part: ts.TypeNode): CauseTaking | undefined => takesCause(part, file, context, visited);
  if (ts.isParenthesizedTypeNode(type)) return ask(type.type);
  if (ts.isTypeLiteralNode(type)) return readMembers(type.members);
  if (ts.isUnionTypeNode(type)) return type.types.map(ask).find((answer) => answer !== undefined);
  if (ts.isIntersectionTypeNode(type)) return joinParts(type.types.map((part) => ask(part) ?? readRequired(part)));
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
  const { text: name } = type.typeName;
  const [first, keys] = type.typeArguments ?? [];
  const declared = context.finder.findLocal(file, name);
  if (declared) return readDeclaration(declared.node, declared.file, context, visited);
  if (name === 'ErrorOptions') return context.acceptsErrorOptions() === false ? undefined : { isEnough: true };
  if (transparent.has(name) && first) {
    const inner = ask(first);
    return inner && name === 'Partial' ? { isEnough: true } : inner;
  }
  if (name === 'Omit' && first && keys) return namesCause(keys) ? undefined : ask(first);
  if (name === 'Pick' && first && keys) return namesCause(keys) ? ask(first) : undefined;
  return undefined;
}

function readDeclaration(
  node: ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
  file: ts.SourceFile,
  context: ShapeContext,
  seen: ReadonlySet<ts.Node>,
): CauseTaking | undefined {
  if (ts.isTypeAliasDeclaration(node)) return takesCause(node.type, file, context, seen);
  if (!ts.isInterfaceDeclaration(node)) return undefined;
  const inherited = (node.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .map(({ expression, typeArguments }) => {
      if (!ts.isIdentifier(expression)) return undefined;
      const reference = ts.factory.createTypeReferenceNode(expression.text, typeArguments);
      return takesCause(reference, file, context, new Set([...seen, node]));
    });
  return joinParts([
    readMembers(node.members) ?? { isMissing: true, isEnough: !hasRequired(node.members) },
    ...inherited,
  ]);
}

interface Part {
  readonly isEnough: boolean;
  /** Whether this part says nothing about a cause. */
  readonly isMissing?: boolean;
}

/** One part has the cause, and no part requires more. */
function joinParts(parts: readonly (Part | undefined)[]): CauseTaking | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (!known.some(({ isMissing }) => !isMissing)) return undefined;
  return { isEnough: known.every(({ isEnough }) => isEnough) };
}

function readRequired(type: ts.TypeNode): Part {
  return { isMissing: true, isEnough: ts.isTypeLiteralNode(type) && !hasRequired(type.members) };
}

function readMembers(members: ts.NodeArray<ts.TypeElement>): CauseTaking | undefined {
  return members.some(isCause) ? { isEnough: !hasRequired(members) } : undefined;
}

function hasRequired(members: ts.NodeArray<ts.TypeElement>): boolean {
  return members.some((member) => !isCause(member) && !member.questionToken);
}

/** A caught value is `unknown`: a member of a narrower type would not take it. */
function isCause(member: ts.TypeElement): boolean {
  const { name } = member;
  if (name === undefined || !ts.isIdentifier(name) || name.text !== 'cause') return false;
  return !ts.isPropertySignature(member) || !member.type || isOpen(member.type);
}

function isOpen(type: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.some(isOpen);
  return type.kind === ts.SyntaxKind.UnknownKeyword || type.kind === ts.SyntaxKind.AnyKeyword;
}

function namesCause(keys: ts.TypeNode): boolean {
  return /(['"])cause\1/.test(keys.getText());
}
