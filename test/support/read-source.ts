import { Linter } from 'eslint';
import type { Source } from '../../rules/patterns/source.ts';
import { getLanguageOptions } from './parsers.ts';

/** Reads code as ESLint hands it to a rule: with scopes, comments and links to the parents. */
export function readSource(code: string, filename = 'src/example.ts'): Source {
  const found: Source[] = [];
  const messages = new Linter().verify(
    code,
    [
      {
        files: ['**/*.{js,cjs,mjs,ts,tsx}'],
        languageOptions: getLanguageOptions({ code, filename }, 'typescript'),
        plugins: {
          read: {
            rules: {
              source: {
                create: (context) => ({
                  // ESLint's own types name the same object in its dialect of the tree.
                  'Program:exit': () => void found.push(context.sourceCode as unknown as Source),
                }),
              },
            },
          },
        },
        rules: { 'read/source': 'error' },
      },
    ],
    filename,
  );
  const [source] = found;
  if (!source)
    throw new Error(`Could not read the code of a test: ${messages.map(({ message }) => message).join(' ')}`);
  return source;
}
