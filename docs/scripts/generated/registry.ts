/** The module that imports every rule and exports them by name. */
export function createRegistry(names: readonly string[]): string {
  const imports = names.map((name) => `import ${toIdentifier(name)} from '../${name}.ts';`);
  const entries = names.map((name) => `'${name}': ${toIdentifier(name)},`);
  return `import type { Rule } from './create-rule.ts';
${imports.join('\n')}

export const rules: Readonly<Record<string, Rule>> = {
${entries.join('\n')}
};
`;
}

function toIdentifier(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
