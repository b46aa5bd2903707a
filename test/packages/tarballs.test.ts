import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, describe, expect, test } from 'vitest';
import { deleteTarballs, packAll, repository } from './pack.ts';

const folders = new Map([
  ['@octollm/errors', 'src'],
  ['eslint-plugin-octollm', 'rules'],
  ['@octollm/codemods', 'codemods'],
]);
const tarballs = packAll();
afterAll(() => deleteTarballs(tarballs));

describe.each(tarballs)('$name', ({ name, files }) => {
  const folder = join(repository, folders.get(name) ?? '');
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;

  test('holds what was built and what every package has, and nothing else', () => {
    const declared = /^(?:dist\/.+\.(?:js|d\.ts)|dist\/third-party-licenses\.txt|oxlint\/\w+\.json)$/;
    const rest = files.filter((file) => !declared.test(file));
    expect(rest.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
  });

  test('is what publint calls correct', async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: 'npm' });
    // Sources are for this repository and stay out of the archive, which publint knows of single files but not of patterns.
    const published = messages.filter(({ path }) => !path.includes('@octollm/source'));
    expect(published.map((message) => formatMessage(message, manifest, { color: false }))).toEqual([]);
  });

  test('imports what it declares and what Node has, and nothing else', () => {
    const declared = Object.keys((manifest['dependencies'] ?? {}) as object);
    const imported = new Set(
      files
        .filter((file) => file.endsWith('.js'))
        .flatMap((file) => getImports(readFileSync(join(folder, file), 'utf8')))
        .filter((specifier) => !/^(?:\.|node:)/.test(specifier))
        .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier),
    );
    expect([...imported].filter((module) => !declared.includes(module))).toEqual([]);
  });
});

describe('the published runtime', () => {
  test('imports nothing but its own files: neither a framework nor a module of Node', () => {
    const files = tarballs.find(({ name }) => name === '@octollm/errors')?.files ?? [];
    const built = files.filter((file) => /\.(?:js|d\.ts)$/.test(file));
    const specifiers = built.flatMap((file) => getImports(readFileSync(join(repository, 'src', file), 'utf8')));
    expect(specifiers.length).toBeGreaterThan(300);
    expect(specifiers.filter((specifier) => !/^\.{1,2}\//.test(specifier))).toEqual([]);
  });
});

describe('the published plugin', () => {
  test('has declarations that need neither ESLint nor typescript-eslint', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const specifier of getImports(readFileSync(file, 'utf8'))) {
        expect(specifier, file).toMatch(/^\.{1,2}\//);
        visit(join(file, '..', specifier.replace(/\.ts$/, '.d.ts')));
      }
    };
    visit(join(repository, 'rules/dist/plugin/index.d.ts'));
    expect(seen.size).toBe(2);
  });

  test('bundles two packages, with their licences, and neither ESLint nor TypeScript', () => {
    const { packages, text } = readNotices('rules');
    expect(packages).toEqual(['@typescript-eslint/utils', 'picomatch']);
    expect(text.match(/Permission is hereby granted/g)).toHaveLength(2);
  });
});

describe('the published command', () => {
  test('bundles the analysis of scopes, with its licences, and not TypeScript', () => {
    expect(readNotices('codemods').packages).toEqual([
      '@typescript-eslint/scope-manager',
      '@typescript-eslint/types',
      '@typescript-eslint/visitor-keys',
      'eslint-visitor-keys',
    ]);
  });
});

function readNotices(folder: string): { readonly packages: readonly (string | undefined)[]; readonly text: string } {
  const text = readFileSync(join(repository, folder, 'dist/third-party-licenses.txt'), 'utf8');
  return { packages: text.split(/^-{72}$/m).map((notice) => notice.trim().split('\n')[0]), text };
}

test('imports are found in every form', () => {
  const text = `import a from 'a';\nimport 'b';\nexport * from "c";\nconst d = await import('d');\nconst e = require('e');`;
  expect(getImports(text)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

function getImports(code: string): string[] {
  const text = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const forms = /(?:^|[\s;}])(?:import|from)\s*['"]([^'"\n]+)['"]|\b(?:import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g;
  return [...text.matchAll(forms)].map(([, bare, called]) => bare ?? called ?? '');
}
