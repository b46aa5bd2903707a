import type { TSESTree } from '@typescript-eslint/types';
import { getPropertyName, hasComment } from 'eslint-plugin-octollm/patterns';
import type { Refusal } from '../engine/edit/refusal.ts';
import type { HostSource } from '../engine/source/host-source.ts';

/** Writes the properties that an error is given as members of the options of a class. */
export function readProperties(
  source: HostSource,
  properties: TSESTree.ObjectExpression | undefined,
  status: number,
): readonly string[] | Refusal {
  if (!properties) return [];
  if (hasComment(source, properties)) return refuse('Comments stand among its properties: migrate it by hand.');
  const members: string[] = [];
  for (const property of properties.properties) {
    const name = property.type === 'Property' ? getPropertyName(property) : undefined;
    if (property.type !== 'Property' || name === undefined) return refuse(`Some of its properties ${fromElsewhere}`);
    const member = readProperty(source, name, property.value, status);
    if (member === undefined) return refuse(describeLoss(name));
    if (member !== '') members.push(member);
  }
  return members;
}

const fromElsewhere = 'come from elsewhere: write them where the error is made.';

function refuse(reason: string): Refusal {
  return { kind: 'properties', reason };
}

function describeLoss(name: string): string {
  if (name === 'expose') return 'Clients see the text of a class below 500 and of no other: throw a class that fits.';
  if (name === 'headers') return 'Errors carry `Retry-After` alone: set other headers on the response.';
  return `Whether \`${name}\` is for clients (\`details\`) or for logs (\`context\`), a person has to say.`;
}

/** The member that says the same; empty where nothing has to be said. */
function readProperty(source: HostSource, name: string, value: TSESTree.Node, status: number): string | undefined {
  switch (name) {
    case 'expose': {
      // The text of a class below 500 is shown, that of the others is not: nothing else can be had.
      const isSame = value.type === 'Literal' && value.value === status < 500;
      return isSame ? '' : undefined;
    }
    case 'status':
    case 'statusCode':
      // http-errors leaves these two out.
      return '';
    case 'cause':
      return `cause: ${source.getText(value)}`;
    case 'headers':
      return value.type === 'ObjectExpression' ? readHeaders(value) : undefined;
    default:
      return undefined;
  }
}

/** `Retry-After` in seconds is the one header that errors of the runtime carry themselves. */
function readHeaders({ properties }: TSESTree.ObjectExpression): string | undefined {
  const [header, ...others] = properties;
  if (header?.type !== 'Property' || others.length > 0) return undefined;
  if (getPropertyName(header)?.toLowerCase() !== 'retry-after' || header.value.type !== 'Literal') return undefined;
  const seconds = Number(header.value.value);
  return Number.isFinite(seconds) && header.value.value !== null ? `retryAfterMs: ${seconds * 1000}` : undefined;
}
