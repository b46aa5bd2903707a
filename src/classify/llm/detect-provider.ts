import { readProperty } from '../../errors/read-property.ts';
import { readHeader } from '../../http/headers.ts';
import { findHeaders } from '../read-answer.ts';
import { findFirst } from '../rule.ts';
import { providers } from './provider-list.ts';
import { readMessage } from './words.ts';

/**
 * Tells which provider answered: by the host that was asked, the headers of the answer, the class of the error, and
 * last by a text that names it. The class stands behind the host because OpenAI's client talks to many servers.
 *
 * @param errors The thrown value and what it wraps.
 * @returns The name of the provider, or `undefined` when nothing tells.
 */
export function detectProvider(errors: readonly unknown[]): string | undefined {
  return findFirst([byHost, byHeader, byClassName, byName], errors);
}

function byHost(error: unknown): string | undefined {
  const config = readProperty(error, 'config');
  const response = readProperty(error, 'response');
  const urls = [readProperty(error, 'url'), readProperty(config, 'baseURL'), readProperty(config, 'url')];
  for (const url of [...urls, readProperty(response, 'url')]) {
    const host = typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : '';
    const provider = providers.find((candidate) => candidate.host.test(host));
    if (provider) return provider.name;
  }
  return undefined;
}

function byHeader(error: unknown): string | undefined {
  return providers.find(({ headers }) => headers?.some((name) => readHeader(findHeaders(error), name) !== undefined))
    ?.name;
}

function byClassName(error: unknown): string | undefined {
  const names = listClassNames(error);
  return providers.find(({ className }) => names.some((name) => className?.test(name)))?.name;
}

/** Clients subclass three or four deep, and a hostile chain of prototypes could go on for ever. */
const deepestClass = 8;

function listClassNames(error: unknown): readonly string[] {
  const names = [readProperty(error, 'name')];
  try {
    let prototype: unknown = Object(error);
    for (let depth = 0; depth < deepestClass && prototype !== null; depth++) {
      names.push(readProperty(readProperty(prototype, 'constructor'), 'name'));
      prototype = Object.getPrototypeOf(prototype);
    }
  } catch {
    // expected: a proxy may refuse to show its prototype; then its name has to do.
  }
  return names.filter((name) => typeof name === 'string');
}

function byName(error: unknown): string | undefined {
  const text = readMessage(error).toLowerCase();
  return providers.find((provider) => provider.text.test(text))?.name;
}
