import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import { parseSync } from 'oxc-parser';
import { findPackageFolder, getCorpusPackages } from './corpus.ts';

/**
 * `dev` and `held-out` split one batch by file; `fresh` was labelled in packages that nobody had looked at while tuning, and so
 * was `first-sight`, whose packages the tests do not fetch.
 */
export type ThrowSet = 'dev' | 'held-out' | 'fresh' | 'first-sight';

/** The sets that the tests hold to their gates. */
export const throwSets: readonly ThrowSet[] = ['dev', 'held-out', 'fresh'];

/** What a reader decided about one place that creates a built-in error. */
export interface LabelledThrow {
  readonly package: string;
  readonly file: string;
  readonly line: number;
  /** Whether a rule against generic throws should report it. */
  readonly generic: boolean;
  readonly first: string | null;
  readonly second: string | null;
  readonly note?: string;
}

export interface FoundThrow {
  readonly label: LabelledThrow;
  readonly node: TSESTree.Node;
  readonly text: string;
}

interface LabelledPackage {
  readonly package: string;
  readonly version: string;
  readonly batch: 'tuning' | 'fresh' | 'first-sight';
  readonly sites: string;
}

const labelledSets = ['labels', 'first-sight'] as const;

const folder = join(import.meta.dirname, 'labels', 'throws');

export function getLabelledPackages(): readonly LabelledPackage[] {
  return JSON.parse(readFileSync(join(folder, 'packages.json'), 'utf8')) as LabelledPackage[];
}

export function getLabels(entry: LabelledPackage): LabelledThrow[] {
  const lines = readFileSync(join(folder, entry.sites), 'utf8').trim().split('\n');
  return lines.map((line) => ({ package: entry.package, ...(JSON.parse(line) as Omit<LabelledThrow, 'package'>) }));
}

export function getThrowSet(batch: LabelledPackage['batch'], label: LabelledThrow): ThrowSet {
  if (batch !== 'tuning') return batch;
  const hash = createHash('sha1').update(`${label.package}/${label.file}`).digest();
  return hash.readUInt32BE(0) % 3 === 0 ? 'held-out' : 'dev';
}

const found = new Map<ThrowSet, readonly FoundThrow[]>();

/** Finds the labelled places of a set in the packages that are installed or fetched; reads them once. */
export function findLabelledThrows(set: ThrowSet): readonly FoundThrow[] {
  const known = found.get(set) ?? readLabelledThrows(set);
  found.set(set, known);
  return known;
}

function readLabelledThrows(set: ThrowSet): FoundThrow[] {
  return getLabelledPackages().flatMap((entry) => {
    const pinned = labelledSets
      .flatMap(getCorpusPackages)
      .find(({ name, version }) => name === entry.package && version === entry.version);
    const root = pinned && findPackageFolder(pinned);
    if (root === undefined) return [];
    const labels = getLabels(entry).filter((label) => getThrowSet(entry.batch, label) === set);
    return [...new Set(labels.map(({ file }) => file))].flatMap((file) =>
      findInFile(
        join(root, file),
        labels.filter((label) => label.file === file),
      ),
    );
  });
}

function findInFile(path: string, labels: readonly LabelledThrow[]): FoundThrow[] {
  if (!existsSync(path)) throw new Error(`Cannot score ${path}: the labelled file is not in the package.`);
  const text = readFileSync(path, 'utf8');
  const program = parseTree(path, text);
  const creations = collectCreations(program, text);
  return labels.map((label) => {
    const node = creations.get(label.line);
    if (!node) throw new Error(`Cannot score ${path}:${label.line}: no error is created there.`);
    return { label, node, text };
  });
}

/** Parses into the TS-ESTree dialect and links every node to its parent. */
export function parseTree(path: string, text: string): TSESTree.Program {
  const { program } = parseSync(path, text, { range: true, preserveParens: false, astType: 'ts' });
  // The dialect is the same, only the two declarations of it differ.
  const tree = program as unknown as TSESTree.Program;
  link(tree, undefined);
  return tree;
}

function link(node: TSESTree.Node, parent: TSESTree.Node | undefined): void {
  Object.assign(node, { parent });
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) link(child, node);
  }
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function collectCreations(program: TSESTree.Program, text: string): Map<number, TSESTree.Node> {
  const creations = new Map<number, TSESTree.Node>();
  const visit = (node: TSESTree.Node): void => {
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && isErrorCallee(node.callee))
      creations.set(text.slice(0, node.range[0]).split('\n').length, node);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'parent') continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
  };
  visit(program);
  return creations;
}

function isErrorCallee(callee: TSESTree.Node): boolean {
  if (callee.type === 'Super') return true;
  return callee.type === 'Identifier' && /^(?:Aggregate|Type|Range|Reference|Syntax)?Error$/.test(callee.name);
}
