/** One kebab-case name runs through parallel paths; lists the paths that a rule or a codemod lacks. */
export function findMissingFiles(
  names: readonly string[],
  folder: 'rules' | 'codemods',
  paths: ReadonlySet<string>,
): string[] {
  return names
    .flatMap((name) => [`${folder}/${name}.ts`, ...getTests(name, folder, paths), `docs/${folder}/${name}.md`])
    .filter((path) => !paths.has(path));
}

/** A rule's cases may fill several files: `no-silent-catch.test.ts`, `no-silent-catch-suggestions.test.ts`; a codemod's are folders. */
function getTests(name: string, folder: 'rules' | 'codemods', paths: ReadonlySet<string>): string[] {
  if (folder === 'rules') return [`test/rules/${name}.test.ts`];
  const hasCases = [...paths].some((path) => path.startsWith(`test/codemods/cases/${name}/`));
  return hasCases ? [] : [`test/codemods/cases/${name}/`];
}

/** Lists the pages of rules and codemods that are gone, and the tests that are named after a rule which is gone. */
export function findOrphans(
  names: readonly string[],
  folder: 'rules' | 'codemods',
  paths: ReadonlySet<string>,
): string[] {
  const page = new RegExp(`^docs/${folder}/([a-z0-9-]+)\\.md$`);
  const test = /^test\/rules\/((?:no|only|prefer|require|consistent)-[a-z0-9-]+)\.test\.ts$/;
  return [...paths].filter((path) => {
    const documented = page.exec(path)?.[1];
    if (documented !== undefined) return documented !== 'index' && !names.includes(documented);
    // `require-cause-suggestions.test.ts` holds more cases of `require-cause`.
    const tested = folder === 'rules' ? test.exec(path)?.[1] : undefined;
    return tested !== undefined && !names.some((name) => tested === name || tested.startsWith(`${name}-`));
  });
}

const headings = ['Why', 'Examples', 'Options', 'When not to use it'];

/** Lists the headings that a rule's page lacks or has in another order; further ones may stand between them. */
export function findHeadingProblems(path: string, text: string): string[] {
  const found = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
  const missing = headings.filter((heading) => !found.includes(heading)).map((heading) => `${path} lacks "${heading}"`);
  const ordered = found.filter((heading) => headings.includes(heading));
  if (missing.length === 0 && ordered.join() !== headings.join()) return [`${path} has ${ordered.join(', ')}`];
  return missing;
}
