import { Node, SyntaxKind } from 'ts-morph';
import type { ErrorClass } from './error-class.ts';

/** Finds the classes of the same file whose errors go by the name of a class, because nothing gives them one of their own. */
export function findNamelessHeirs({ node, path, name }: ErrorClass): ErrorClass[] {
  return node
    .getSourceFile()
    .getDescendantsOfKind(SyntaxKind.ClassDeclaration)
    .flatMap((heir) => {
      const parent = heir.getExtends()?.getExpression();
      if (parent?.getText() !== name || !isSame(parent.getSymbol()?.getDeclarations(), node)) return [];
      const found: ErrorClass = { node: heir, path, name: heir.getName() ?? name, parent };
      if (hasOwnName(found)) return [];
      // A class without members is a marker, and nobody makes errors of an abstract one.
      const isMade = heir.getMembers().length > 0 && !heir.isAbstract();
      return [...(isMade ? [found] : []), ...findNamelessHeirs(found)];
    });
}

/** Whether a class says what its errors call themselves. */
export function hasOwnName({ node }: ErrorClass): boolean {
  return node.getInstanceMember('name') !== undefined || /\bthis\.name\s*=/.test(node.getText());
}

function isSame(declarations: readonly Node[] | undefined, node: ErrorClass['node']): boolean {
  return (
    declarations?.some(
      (declaration) =>
        declaration === node || (Node.isVariableDeclaration(declaration) && declaration.getInitializer() === node),
    ) ?? false
  );
}
