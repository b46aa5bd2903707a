import { Node, type Expression } from 'ts-morph';

/** The package that declares what an expression stands for, and the name of its type there; undefined for what is declared here. */
export interface Origin {
  readonly module: string;
  readonly typeName: string;
}

/** Finds the package behind an expression by its type. */
export function findOrigin(expression: Expression): Origin | undefined {
  const type = expression.getType();
  const symbol = type.getAliasSymbol() ?? type.getSymbol();
  const path = symbol?.getDeclarations()[0]?.getSourceFile().getFilePath();
  const module = path === undefined ? undefined : getPackage(path);
  return module === undefined || !symbol ? undefined : { module, typeName: symbol.getName() };
}

/** The package that an identifier is imported from, under whatever name. */
export function findImportedModule(expression: Expression): string | undefined {
  const root = getRoot(expression);
  if (!Node.isIdentifier(root)) return undefined;
  const declaration = root.getSymbol()?.getDeclarations()[0];
  const statement = declaration?.getFirstAncestor(Node.isImportDeclaration);
  return statement?.getModuleSpecifierValue();
}

/** `client` of `client.chat.completions`. */
function getRoot(expression: Expression): Expression {
  return Node.isPropertyAccessExpression(expression) ? getRoot(expression.getExpression()) : expression;
}

function getPackage(path: string): string | undefined {
  const inner = path.split('/node_modules/').at(-1);
  if (inner === undefined || inner === path) return undefined;
  const [first = '', second = ''] = inner.split('/');
  if (first === '@types') return second;
  return first.startsWith('@') ? `${first}/${second}` : first;
}
