import { Node, SyntaxKind, type ClassDeclaration, type ClassExpression, type Expression, type Project } from 'ts-morph';

/** A class that extends the built-in `Error` directly. */
export interface ErrorClass {
  readonly node: ClassDeclaration | ClassExpression;
  /** Absolute path of its file. */
  readonly path: string;
  readonly name: string;
  /** What stands behind `extends`. */
  readonly parent: Expression;
}

/** Finds the classes of a file that extend the built-in `Error`, not something of that name; those without a name are left out. */
export function findErrorClasses(project: Project, path: string): ErrorClass[] {
  const file = project.getSourceFile(path);
  if (!file) return [];
  const classes = [
    ...file.getDescendantsOfKind(SyntaxKind.ClassDeclaration),
    ...file.getDescendantsOfKind(SyntaxKind.ClassExpression),
  ];
  return classes.flatMap((node) => {
    const parent = node.getExtends()?.getExpression();
    const name = getName(node);
    const isOurs = parent && name !== undefined && isBuiltInError(parent, project) && !isAmbient(node);
    return isOurs ? [{ node, path, name, parent }] : [];
  });
}

/** An anonymous class is known by the variable that holds it. */
function getName(node: ErrorClass['node']): string | undefined {
  const own = node.getName();
  if (own !== undefined) return own;
  const holder = node.getParent();
  return Node.isVariableDeclaration(holder) ? holder.getName() : undefined;
}

function isBuiltInError(parent: Expression, project: Project): boolean {
  if (!/^(?:globalThis\.)?Error$/.test(parent.getText())) return false;
  const program = project.getProgram().compilerObject;
  const declarations = parent.getSymbol()?.getDeclarations() ?? [];
  return declarations.every((declaration) => {
    const file = declaration.getSourceFile().compilerNode;
    return program.isSourceFileDefaultLibrary(file) || file.isDeclarationFile;
  });
}

/** Only says that the class exists elsewhere. */
function isAmbient(node: ErrorClass['node']): boolean {
  return Node.isClassDeclaration(node) && node.isAmbient();
}
