import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { GeneratedFile } from '../generated/create-generated-files.ts';
import { repository } from '../repository.ts';

const folder = join(import.meta.dirname, 'rule');

/** What is wrong with a name for a new rule, if anything is. */
export function getNameProblem(name: string): string | undefined {
  if (/^(?:no|only|prefer|require|consistent)(?:-[a-z0-9]+)+$/.test(name)) return undefined;
  return `Cannot create the rule \`${name}\`: a name is in kebab case and starts with no-, only-, prefer-, require- or consistent-, as in \`npm run new:rule no-late-retry\`.`;
}

/** The three files of a new rule: the template's, with its name and its imports rewritten. */
export function createRuleFiles(name: string): GeneratedFile[] {
  const targets = new Map([
    ['rule.ts', `rules/${name}.ts`],
    ['rule.test.ts', `test/rules/${name}.test.ts`],
    ['rule.md', `docs/rules/${name}.md`],
  ]);
  const paths = new Map([...targets].map(([from, to]) => [join(folder, from), join(repository, to)]));
  return [...paths].map(([from, to]) => {
    const text = readFileSync(from, 'utf8').replaceAll('no-template', name);
    return { path: to, content: to.endsWith('.ts') ? moveImports(text, from, to, paths) : text };
  });
}

/** Rewrites relative imports so that they name the same files from the new place. */
function moveImports(text: string, from: string, to: string, paths: ReadonlyMap<string, string>): string {
  return text.replace(/(?<= from ')\.[^']+(?=')/g, (specifier) => {
    const meant = resolve(dirname(from), specifier);
    const moved = relative(dirname(to), paths.get(meant) ?? meant)
      .split(sep)
      .join('/');
    return moved.startsWith('.') ? moved : `./${moved}`;
  });
}
