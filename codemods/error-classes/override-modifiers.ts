import { Node, SyntaxKind, type ParameterDeclaration } from 'ts-morph';
import type { TextEdit } from '../engine/edit/change.ts';
import type { ErrorClass } from './error-class.ts';

/** Marks the members that the new base has as well, as `noImplicitOverride` demands. */
export function addOverrideModifiers({ node }: ErrorClass, members: ReadonlySet<string>): TextEdit[] {
  const declared = [...node.getInstanceMethods(), ...node.getInstanceProperties(), ...getParameterProperties(node)];
  return [...new Set(declared)]
    .filter((member) => members.has(member.getName()) && !member.hasModifier(SyntaxKind.OverrideKeyword))
    .map((member) => {
      const offset = findPlace(member);
      return { start: offset, end: offset, text: 'override ' };
    });
}

function getParameterProperties(node: ErrorClass['node']): ParameterDeclaration[] {
  return node
    .getConstructors()
    .flatMap((constructor) => constructor.getParameters())
    .filter((parameter) => parameter.isParameterProperty());
}

const before: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.PublicKeyword,
  SyntaxKind.ProtectedKeyword,
  SyntaxKind.PrivateKeyword,
  SyntaxKind.DeclareKeyword,
  SyntaxKind.Decorator,
]);

/** Behind decorators and the access modifier, before `readonly`, `async` and the name. */
function findPlace(member: Node): number {
  const modifiers = Node.isModifierable(member) ? member.getModifiers() : [];
  const next = modifiers.find((modifier) => !before.has(modifier.getKind()));
  if (next) return next.getStart();
  if (
    Node.isGetAccessorDeclaration(member) ||
    Node.isSetAccessorDeclaration(member) ||
    Node.isMethodDeclaration(member)
  ) {
    const keyword =
      member.getFirstChildByKind(SyntaxKind.GetKeyword) ?? member.getFirstChildByKind(SyntaxKind.SetKeyword);
    return (keyword ?? member.getFirstChildByKind(SyntaxKind.AsteriskToken) ?? member.getNameNode()).getStart();
  }
  return Node.isPropertyDeclaration(member) || Node.isParameterDeclaration(member)
    ? member.getNameNode().getStart()
    : member.getStart();
}
