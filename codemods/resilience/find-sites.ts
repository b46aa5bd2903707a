import { dirname } from 'node:path';
import { SyntaxKind, type Node } from 'ts-morph';
import { findPackageFolder } from '../typed/package-folder.ts';
import type { TypedProject } from '../typed/typed-codemod.ts';
import type { OutgoingSite } from './outgoing-call.ts';
import { proposeEntry, type PlannedSite } from './plan-entry.ts';
import { recognizeSite } from './recognize-site.ts';

/** Finds the calls of a project that leave the process, in the order of the text; one inside of another goes with it. */
export function findSites({ project, files, folder: projectFolder }: TypedProject): PlannedSite[] {
  const program = project.getProgram();
  return [...files].sort().flatMap((path) => {
    const file = project.getSourceFile(path);
    const folder = findPackageFolder(dirname(path)) ?? projectFolder;
    if (!file) return [];
    const nodes = [
      ...file.getDescendantsOfKind(SyntaxKind.CallExpression),
      ...file.getDescendantsOfKind(SyntaxKind.NewExpression),
    ];
    const sites = nodes.flatMap((node) => recognizeSite(node, program) ?? []).sort(compareSites);
    return sites
      .filter((site) => !isInside(site.node, sites))
      .flatMap((site) => proposeEntry(site, path, folder) ?? []);
  });
}

function compareSites(one: OutgoingSite, other: OutgoingSite): number {
  return one.node.getStart() - other.node.getStart() || other.node.getEnd() - one.node.getEnd();
}

function isInside(node: Node, sites: readonly OutgoingSite[]): boolean {
  return sites.some((other) => other.node !== node && other.node.containsRange(node.getStart(), node.getEnd()));
}
