import { posix } from 'node:path';
import type { SourceFile } from './tree.ts';

export interface Known {
  /** Whether a file or a folder of the repository is there. */
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => string;
  readonly scripts: ReadonlySet<string>;
  /** What can be imported from each of our packages' entries. */
  readonly exports: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Lists what a document names and the project does not have: linked files and headings, npm scripts, imported names. */
export function findDeadReferences({ path, text }: SourceFile, known: Known): string[] {
  return [...findDeadLinks(path, text, known), ...findDeadScripts(text, known), ...findDeadImports(text, known)].map(
    (problem) => `${path} names ${problem}`,
  );
}

function findDeadLinks(path: string, text: string, known: Known): string[] {
  const prose = withoutCode(text);
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return links.filter((link) => !/^[a-z]+:/.test(link)).filter((link) => !isAlive(path, text, link, known));
}

function isAlive(path: string, text: string, link: string, known: Known): boolean {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? path : posix.join(posix.dirname(path), target).replace(/\/$/, '');
  if (!known.exists(file)) return false;
  if (anchor === undefined) return true;
  return getAnchors(target === '' ? text : known.read(file)).has(anchor);
}

function getAnchors(text: string): Set<string> {
  const prose = withoutCode(text);
  const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading));
  const marks = [...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
  return new Set([...headings, ...marks]);
}

function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Fenced blocks go; the ticks of inline code stay, because headings and links may hold them. */
function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

function findDeadScripts(text: string, { scripts }: Known): string[] {
  return [...text.matchAll(/\bnpm run ([a-z0-9:-]+)/g)]
    .map(([, script = '']) => script)
    .filter((script) => !scripts.has(script))
    .map((script) => `npm run ${script}`);
}

function findDeadImports(text: string, known: Known): string[] {
  const blocks = [...text.matchAll(/^```(?:ts|js|tsx|jsx)\b[^\n]*\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  return blocks.flatMap((code) =>
    [...code.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(([, names = '', module = '']) => {
      if (!/^(?:@octollm\/|eslint-plugin-octollm)/.test(module)) return [];
      const exported = known.exports.get(module);
      if (!exported) return [module];
      return getImportedNames(names)
        .filter((name) => !exported.has(name))
        .map((name) => `${name} of ${module}`);
    }),
  );
}

function getImportedNames(clause: string): string[] {
  return clause
    .split(',')
    .map((name) =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*$/, ''),
    )
    .filter((name) => name !== '');
}
