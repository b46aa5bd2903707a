import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@octollm/errors';

/** A document with the text between `<!-- name:start -->` and `<!-- name:end -->` replaced for each section. */
export function replaceSections(path: string, sections: Readonly<Record<string, string>>): string {
  let content = readFileSync(path, 'utf8');
  for (const [name, text] of Object.entries(sections)) content = replaceSection(path, content, name, text);
  return content;
}

function replaceSection(path: string, content: string, name: string, text: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = content.indexOf(start);
  const to = content.indexOf(end, from);
  if (from === -1 || to === -1)
    throw new ConfigurationError(
      `Cannot write the generated section \`${name}\` of ${path}: put \`${start}\` and \`${end}\` where it belongs.`,
    );
  return `${content.slice(0, from)}${start}\n\n${text.trim()}\n\n${content.slice(to)}`;
}
