import type { Change, Leftover } from '../../../codemods/engine/edit/change.ts';
import type { RegisteredCodemod } from '../../../codemods/engine/migrate/registry.ts';
import type { SyntaxCodemod, SyntaxFile } from '../../../codemods/engine/transform/codemod.ts';

/**
 * Codemods as small as they get, to try the runner alone: words of identifiers are written anew. Their names tell what the runner
 * is to meet: `brave_x` is unsafe, `odd_x` is left for a person, `crash_x` breaks the codemod down, `kill_x` its process.
 */
function createRenaming(name: string, from: string, to: string): SyntaxCodemod {
  return {
    name,
    kind: 'syntax',
    description: `Writes ${to} in place of ${from}.`,
    rules: [],
    needles: new RegExp(`${from}_|crash_|kill_`),
    plan: (file) => {
      if (file.source.text.includes('crash_')) throw new TypeError('a codemod with a defect');
      if (file.source.text.includes('kill_')) process.kill(process.pid, 'SIGKILL');
      const places = findPlaces(file, from);
      return {
        changes: places.flatMap(([start, word]): Change[] =>
          word.startsWith(`${from}_odd`) ? [] : [createChange(start, word, to + word.slice(from.length))],
        ),
        leftovers: places.flatMap(([start, word]): Leftover[] =>
          word.startsWith(`${from}_odd`)
            ? [{ kind: 'odd', start, end: start + word.length, reason: `\`${word}\` is odd: look at it.` }]
            : [],
        ),
      };
    },
  };
}

function findPlaces({ root, source }: SyntaxFile, from: string): [start: number, word: string][] {
  const places: [number, string][] = [];
  root.find('Identifier' as never).forEach(({ node }) => {
    // jscodeshift types the trees of its own parsers; these nodes carry their range.
    const [start, end] = (node as unknown as { range: [number, number] }).range;
    const word = source.text.slice(start, end);
    if (word.startsWith(`${from}_`)) places.push([start, word]);
  });
  return places;
}

function createChange(start: number, word: string, text: string): Change {
  const end = start + word.length;
  return {
    kind: 'rename',
    start,
    end,
    applicability: word.includes('brave') ? 'unsafe' : 'safe',
    confidence: word.includes('vague') ? 0.4 : 0.9,
    reason: `\`${word}\` has a better name.`,
    edits: [{ start, end, text }],
    imports: [],
    releases: [],
  };
}

export const smallCodemods: readonly RegisteredCodemod[] = [
  { name: 'old-to-new', load: () => Promise.resolve(createRenaming('old-to-new', 'old', 'new')) },
  { name: 'worse-to-better', load: () => Promise.resolve(createRenaming('worse-to-better', 'worse', 'better')) },
];

/** A codemod that is never content. */
export const endlessCodemod: RegisteredCodemod = {
  name: 'endless',
  load: () =>
    Promise.resolve({
      ...createRenaming('endless', 'endless', 'endless_x'),
      needles: /endless_/,
    }),
};
