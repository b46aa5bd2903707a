import { registry } from '../../../codemods/engine/migrate/registry.ts';
import { createTable } from './markdown-table.ts';

/** The codemods in the order in which they work, with what they mend and what can be chosen for them. */
export async function createCodemodTable(): Promise<string> {
  const codemods = await Promise.all(registry.map(({ load }) => load()));
  const rows = codemods.map(({ name, description, rules, kind, options = [] }) => [
    `[${name}](./${name}.md)`,
    description,
    rules.map((rule) => `[${rule}](../rules/${rule}.md)`).join(', '),
    kind === 'typed' ? 'yes' : '',
    options.map((option) => `\`${option.name}\``).join(', '),
  ]);
  return createTable(['Codemod', 'What it does', 'Mends what is reported by', 'Asks types', 'Options'], rows);
}
