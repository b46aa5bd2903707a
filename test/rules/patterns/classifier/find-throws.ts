import * as typescriptParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import * as espree from 'espree';
import { parseSync } from 'oxc-parser';
import { describeThrowSite } from '../../../../rules/patterns/classifier/describe-throw-site.ts';
import type { ThrowSite } from '../../../../rules/patterns/classifier/throw-site.ts';

type Parse = (code: string) => unknown;

const options = { ecmaVersion: 'latest', sourceType: 'module', range: true, loc: true } as const;

/** The parsers of the dialect; the same code must be described alike by all. */
export const parsers: Readonly<Record<'typescript' | 'espree' | 'oxc', Parse>> = {
  typescript: (code) => typescriptParser.parse(code, options),
  espree: (code) => espree.parse(code, options),
  oxc: (code) => parseSync('a.ts', code, { range: true, preserveParens: false, astType: 'ts' }).program,
};

/** Every `new Error` of a piece of code, in its order, in a tree with `parent` links. */
export function findThrows(code: string, parse: Parse = parsers.oxc): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const visit = (node: TSESTree.Node, parent: TSESTree.Node | undefined): void => {
    Object.assign(node, { parent });
    if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Error')
      found.push(node);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'parent') continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, node);
    }
  };
  const program = parse(code);
  if (!isNode(program)) throw new Error(`Cannot read the test code \`${code}\`: the parser gave no tree.`);
  visit(program, undefined);
  return found;
}

/** Describes the first `new Error` of a piece of code. */
export function describeFirst(code: string, parse?: Parse, filePath = 'src/example.ts'): ThrowSite {
  const [first] = findThrows(code, parse);
  if (!first) throw new Error(`Cannot describe \`${code}\`: it creates no error.`);
  return describeThrowSite(first, code, filePath);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
