import { isDeclarationFile } from '../source/language.ts';

/** Folders that hold what tools made or fetched; nothing in them is worth a walk. */
export const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'dist',
  'build',
  'coverage',
  '.git',
  '.cache',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.turbo',
  '.vercel',
  '.yarn',
]);

const inSkippedFolder = createFolderPattern([...skippedFolders]);
const inVendoredFolder = createFolderPattern(['vendor', 'vendored', 'vendors', 'third_party', 'third-party']);
const minifiedName = /[.-](?:min|bundle)\.[cm]?js$/;

export type PathSkip = 'declarations' | 'minified' | 'vendored';

/** Whether a path below an audited folder runs through a folder that is never audited. */
export function isInSkippedFolder(relativePath: string): boolean {
  return inSkippedFolder.test(relativePath);
}

/** Why a file is left out by its path below the audited folder alone. */
export function getPathSkip(relativePath: string): PathSkip | undefined {
  if (isDeclarationFile(relativePath)) return 'declarations';
  if (minifiedName.test(relativePath)) return 'minified';
  return inVendoredFolder.test(relativePath) ? 'vendored' : undefined;
}

/** Matches paths that run through one of the folders. */
function createFolderPattern(names: readonly string[]): RegExp {
  return new RegExp(`(?:^|/)(?:${names.join('|').replaceAll('.', '\\.')})/`);
}
