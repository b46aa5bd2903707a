import { basename } from 'node:path';
import { Node } from 'ts-morph';
import type { OutgoingSite } from './outgoing-call.ts';

const fixedNames: Readonly<Record<string, string>> = {
  pg: 'postgres',
  redis: 'redis',
  ioredis: 'redis',
  openai: 'openai',
  anthropic: 'anthropic',
};

/**
 * Names the service behind a call, for its breaker: the host where the text shows one, else the class or the file that the
 * call stands in.
 */
export function nameService({ client, node }: OutgoingSite): string {
  const fixed = fixedNames[client];
  if (fixed !== undefined) return fixed;
  const host = findHost(node.getText());
  if (host !== undefined) return host;
  const owner = node.getFirstAncestor(
    (ancestor) => Node.isClassDeclaration(ancestor) || Node.isClassExpression(ancestor),
  );
  const className = Node.isClassDeclaration(owner) || Node.isClassExpression(owner) ? owner.getName() : undefined;
  const file = node.getSourceFile().getFilePath();
  const stem = basename(file).replace(/\.\w+$/, '');
  const folder = basename(file.slice(0, -basename(file).length - 1));
  return toKebab(className ?? (stem === 'index' || stem === 'client' ? folder : stem));
}

function findHost(text: string): string | undefined {
  const [, host] = /['"`]https?:\/\/([\w.-]+\.[a-z]{2,})(?=[/'"`:?])/.exec(text) ?? [];
  return host === undefined ? undefined : toKebab(host.replace(/^(?:www|api)\./, '').replace(/\.[a-z]+$/, ''));
}

export function toKebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/** The name of a constant for a service: `orderStore` of `order-store`. */
export function toCamel(service: string): string {
  const name = service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return /^\d/.test(name) ? `service${name}` : name;
}
