import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Writes the licences of the bundled packages beside the code, as they ask for. */
export function keepLicenses(): Plugin {
  const folders = new Set<string>();
  return {
    name: 'keep-licenses',
    moduleParsed({ id }) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];
      if (folder && existsSync(folder)) folders.add(folder);
    },
    generateBundle() {
      const notices = [...folders].sort().map((folder) => {
        const license = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
        if (!license) this.error(`Cannot bundle ${folder}: it has no licence file to ship with the code.`);
        const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
        return `${name}\n\n${readFileSync(join(folder, license), 'utf8').trim()}\n`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'third-party-licenses.txt',
        source: notices.join(`\n${'-'.repeat(72)}\n\n`),
      });
    },
  };
}
