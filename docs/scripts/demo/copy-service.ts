import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../repository.ts';

/** Where the report of the demo stays; git leaves it out. */
const reportFolder = join(repository, '.octollm', 'demo');

/** A copy of the service that may be changed, with the packages that the service has. */
export interface ServiceCopy {
  readonly folder: string;
  /** Where the page of the migration goes; it stays when the copy is gone. */
  readonly page: string;
  readonly remove: () => void;
}

/** Copies the service out of this repository, as somebody would who wants to try. */
export function copyService(service: string): ServiceCopy {
  mkdirSync(reportFolder, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'orders-agent-'));
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json'])
    cpSync(join(repository, service, part), join(folder, part), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, page: join(reportFolder, 'migration.html'), remove: () => rmSync(folder, { recursive: true }) };
}

/** The content and the mode of each source and test of a folder, to compare byte for byte. */
export function readSnapshot(folder: string): ReadonlyMap<string, string> {
  const files = ['src', 'test'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' }).map((file) => join(part, file)),
  );
  return new Map(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => {
        const path = join(folder, file);
        return [file, `${createHash('sha256').update(readFileSync(path)).digest('hex')} ${statSync(path).mode}`];
      }),
  );
}
