import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CoreBundle } from './bundle-core.ts';
import { adapterEntries, bundleCore, coreEntries } from './bundle-core.ts';
import { expectedFacts } from './expected-facts.ts';

/** What every runtime at the edge has (WinterTC's minimum common API), as far as the core could want it. */
const webGlobals = {
  AbortController,
  AbortSignal,
  DOMException,
  Event,
  EventTarget,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  clearTimeout,
  crypto,
  fetch,
  performance,
  queueMicrotask,
  setTimeout,
  structuredClone,
};

/** What belongs to Node alone. */
const nodeGlobals = /\b(?:process|Buffer|setImmediate|clearImmediate|__dirname|__filename|require|global)\b/g;

describe('a bundle without modules of Node', () => {
  let bundle: CoreBundle;
  beforeAll(async () => {
    bundle = await bundleCore(coreEntries);
  });

  it('holds every entry but the adapters', () => {
    expect(coreEntries.length).toBeGreaterThan(20);
    expect(coreEntries).toContain('@octollm/errors/retry');
    expect(bundle.files.filter((file) => file.includes('/adapters/'))).toEqual([]);
  });

  it('works where there are web globals only', async () => {
    const context = createContext({ ...webGlobals });
    runInContext(bundle.code, context);

    const facts: unknown = await runInContext('core.prove()', context);

    expect(structuredClone(facts)).toEqual(expectedFacts);
  });

  it('loads where there are no globals but those of the language', () => {
    const context = createContext({});

    runInContext(bundle.code, context);

    expect(runInContext('Object.keys(core.entries)', context)).toHaveLength(coreEntries.length);
  });

  it('names no global of Node', () => {
    const code = stripTexts(bundle.code);

    expect(code.length).toBeGreaterThan(10_000);
    expect([...code.matchAll(nodeGlobals)].map(({ 0: name }) => name)).toEqual([]);
  });

  it('holds adapters as well, because those import nothing either', async () => {
    const { code, files } = await bundleCore(adapterEntries);

    expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
    expect([...stripTexts(code).matchAll(nodeGlobals)].map(({ 0: name }) => name)).toEqual([]);
  });

  it('would not be built from a module of Node', async () => {
    await expect(bundleCore(['node:events'])).rejects.toThrow('Could not resolve "node:events"');
  });
});

/** Leaves code without its comments, texts and regular expressions, in which a word means nothing. */
function stripTexts(code: string): string {
  return code
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}
