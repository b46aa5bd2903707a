import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const repository: string = resolve(import.meta.dirname, '../..');

export interface SampleProject {
  readonly folder: string;
  readonly uri: string;
  readonly text: string;
  /** What stands underlined in the document. */
  readonly underlined: string;
  readonly delete: () => void;
}

const text = `import { save } from './database.js';

export async function store(order: string): Promise<void> {
  try {
    await save(order);
  } catch (e) {
    throw new Error('Could not store the order');
  }
}
`;

/** A folder with one document and the linter's configuration, where our installed packages are found. */
export function createSampleProject(configuration: { readonly name: string; readonly text: string }): SampleProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'octollm-editor-')));
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'sample', private: true, type: 'module' }));
  writeFileSync(join(folder, configuration.name), configuration.text);
  const file = join(folder, 'store.ts');
  writeFileSync(file, text);
  return {
    folder,
    uri: pathToFileURL(file).href,
    text,
    underlined: "new Error('Could not store the order')",
    delete: () => rmSync(folder, { recursive: true, force: true }),
  };
}
