import type { ParserOptions } from 'oxc-parser';

const sourceFile = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const declarationFile = /\.d\.(?:[cm]?ts|[^./]+\.ts)$/;

/** Whether a file holds JavaScript or TypeScript, by its name. */
export function isSourceFile(path: string): boolean {
  return sourceFile.test(path);
}

export function isDeclarationFile(path: string): boolean {
  return declarationFile.test(path);
}

/** How the parser reads a file: TypeScript by its own extension, and every JavaScript file with JSX, which bundlers allow anywhere. */
export function getParserOptions(path: string): ParserOptions {
  const options: ParserOptions = { astType: 'ts', preserveParens: false };
  if (!/\.(?:[cm]?js|jsx)$/.test(path)) return options;
  return { ...options, lang: 'jsx', sourceType: getSourceType(path) };
}

function getSourceType(path: string): 'module' | 'commonjs' | 'unambiguous' {
  if (path.endsWith('.mjs')) return 'module';
  return path.endsWith('.cjs') ? 'commonjs' : 'unambiguous';
}
