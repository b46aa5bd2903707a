/** Where the documentation lies that reports point to. */
export const repository: string = 'https://github.com/octollm/octollm-errors';

/** The page of a codemod. */
export function getCodemodPage(name: string): string {
  return `${repository}/blob/main/docs/codemods/${name}.md`;
}
