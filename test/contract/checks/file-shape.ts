import type { SourceFile } from './tree.ts';

const mostLines = 400;
const vagueNames = /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\.test)?\.ts$/;
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|config|generated|bench|d))*\.ts$/;

/** Lists the files that are too long, carry a name that says nothing, or are doors with more than exports in them. */
export function findMisshapenFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const problems: string[] = [];
    const lines = text.split('\n').length - 1;
    const name = path.split('/').at(-1) ?? path;
    if (lines > mostLines) problems.push(`${path} has ${lines} lines, and ${mostLines} is the most`);
    if (vagueNames.test(path)) problems.push(`${path} has a name that says nothing of its one idea`);
    if (!kebabCase.test(name)) problems.push(`${path} is not named in kebab case`);
    if (isDoor(path) && !isOnlyExports(text)) problems.push(`${path} is a door and does more than re-export`);
    return problems;
  });
}

/** The plugin's entry builds the object that ESLint loads, so it is the one index with a statement of its own. */
function isDoor(path: string): boolean {
  return /(?:^|\/)index\.ts$/.test(path) && path !== 'rules/plugin/index.ts';
}

function isOnlyExports(text: string): boolean {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const statements = withoutComments.split(';').map((statement) => statement.trim());
  return statements.every((statement) => statement === '' || /^export\s[\s\S]*\sfrom\s+'[^']+'$/.test(statement));
}
