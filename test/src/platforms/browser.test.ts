import { createServer, type Server } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getUrl } from '../adapters/web-server.ts';
import { bundleCore, coreEntries } from './bundle-core.ts';
import { expectedFacts } from './expected-facts.ts';
import { findBrowser } from './find-browser.ts';

const executablePath = findBrowser();
if (executablePath === undefined) {
  console.warn(
    'SKIPPED: the package was not tried in a browser, because there is no Chromium; install one or set CHROMIUM',
  );
}

describe.skipIf(executablePath === undefined)('in headless Chromium', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const { code } = await bundleCore(coreEntries);
    server = createServer((request, response) => {
      if (request.url === '/core.js') response.setHeader('content-type', 'text/javascript').end(code);
      else response.setHeader('content-type', 'text/html').end('<!doctype html><script src="/core.js"></script>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(getUrl(server));
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('works as everywhere', async () => {
    expect(await page.evaluate('core.prove()')).toEqual(expectedFacts);
  });

  it('L13: knows the error of a fetch that failed by what the browser throws', async () => {
    const failed = `fetch('http://127.0.0.1:9/').then(() => undefined, core.entries['@octollm/errors/classify'].classify)`;

    expect(await page.evaluate(failed)).toMatchObject({ kind: 'transport', retryable: true });
  });

  it('L13: takes a TypeError of the code itself for no failure of the network', async () => {
    const bug = `(() => { try { undefined.x } catch (error) { return core.entries['@octollm/errors/classify'].classify(error) } })()`;

    expect(await page.evaluate(bug)).toMatchObject({ retryable: false });
  });

  it('leaves nothing on the console of errors', () => {
    expect(complaints).toEqual([]);
  });
});
