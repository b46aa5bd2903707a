import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import { formatMigration } from '../../../codemods/engine/reports/migration/formats.ts';
import { findBrowser } from '../../src/platforms/find-browser.ts';
import { createChange, createFile, createLeftAlone, createMigration } from '../support/migration.ts';
import { createProject } from '../support/temporary-project.ts';
import { createToldMigration } from '../support/told-migration.ts';

function format(result: MigrationResult): Promise<string> {
  return formatMigration(result, { format: 'html', version: '1.0.0', hasColors: false, hasDiff: true, cwd: '/' });
}

describe('the page', () => {
  it('needs nothing beside it, and may load nothing', async () => {
    const html = await format(createToldMigration());
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<link|src=|@import|url\(/);
  });

  it('is short when nothing was found', async () => {
    const html = await format(createMigration());
    expect(html).toContain('Nothing to change (10 files looked at).');
    expect(html).not.toMatch(/<svg|<form|<script/);
  });

  it('takes nothing of the code for markup', async () => {
    const marked = `</pre><script>alert('x')</script> & "b"`;
    const applied = [createChange({ before: marked, after: `${marked};`, reason: `${marked} \`<b>\``, kind: marked })];
    const leftAlone = [createLeftAlone({ text: marked, reason: marked })];
    const html = await format(
      createMigration({ paths: [marked], files: [createFile(`${marked}.ts`, { applied, leftAlone })] }),
    );
    expect(html).not.toContain(`alert('x')`);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<code>&lt;b&gt;</code>');
  });
});

const executablePath = findBrowser();
if (executablePath === undefined)
  console.warn('SKIPPED: the page was not opened, because there is no Chromium; install one or set CHROMIUM');

describe.skipIf(executablePath === undefined)('in headless Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  async function open(result: MigrationResult, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const path = join(createProject({}), 'migration.html');
    writeFileSync(path, await format(result));
    const page = await browser.newPage({ colorScheme });
    onTestFinished(() => page.close());
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(path).href);
    expect(complaints).toEqual([]);
    return page;
  }

  /** Paths of the files that are in sight, with the lines of their entries. */
  function list(page: Page): Promise<string[]> {
    return page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.file:not([hidden])')].map((file) => {
        const entries = [...file.querySelectorAll('article:not([hidden]) h3')];
        return [file.dataset['file'], ...entries.map((entry) => entry.textContent?.split(':')[0])].join(' ');
      }),
    );
  }

  const all = ['src/load.ts 4 20', 'src/made.ts', 'src/my orders/find.ts 4 9', 'src/worse.ts 4'];

  it('shows each file with its changes and its sites', async () => {
    const page = await open(createToldMigration());
    expect(await list(page)).toEqual(all);
    await page.click('text=src/load.ts');
    expect(await page.isVisible(`text=+     throw new Error('x', { cause: error });`)).toBe(true);
    expect(await page.textContent('#status')).toBe('5 sites shown');
  });

  it('filters by text, codemod and state, and back', async () => {
    const page = await open(createToldMigration());
    const wait = (text: string): Promise<unknown> => page.waitForSelector(`#status:text-is("${text}")`);
    await page.fill('[name=text]', 'ORDERS');
    await wait('2 sites shown');
    expect(await list(page)).toEqual(['src/my orders/find.ts 4 9']);
    await page.click('button[type=reset]');
    await wait('5 sites shown');
    expect(await list(page)).toEqual(all);
    await page.fill('[name=text]', 'cause: error');
    await wait('2 sites shown');
    expect(await list(page)).toEqual(['src/load.ts 4', 'src/worse.ts 4']);
    await page.click('button[type=reset]');
    await wait('5 sites shown');
    await page.uncheck('[value=made]');
    await wait('3 sites shown');
    expect(await list(page)).toEqual(['src/load.ts 20', 'src/my orders/find.ts 9', 'src/worse.ts 4']);
    await page.selectOption('select', 'p-retry-to-octollm');
    await wait('0 sites shown');
  });

  it('opens and closes all files in sight', async () => {
    const page = await open(createToldMigration());
    const countOpen = (): Promise<number> => page.locator('.file[open]').count();
    await page.click('#open');
    expect(await countOpen()).toBe(4);
    await page.click('#open');
    expect(await countOpen()).toBe(0);
  });

  it('is light and dark, pictures included', async () => {
    const getColors = async (scheme: 'light' | 'dark'): Promise<string[]> => {
      const page = await open(createToldMigration(), scheme);
      return page.evaluate(() =>
        ['body', 'svg text', 'svg path[ecmeta_ssr_type="chart"]'].map((selector) => {
          const found = getComputedStyle(document.querySelector(selector) ?? document.body);
          return selector === 'body' ? found.backgroundColor : found.fill;
        }),
      );
    };
    const light = await getColors('light');
    const dark = await getColors('dark');
    for (const [index, color] of light.entries()) expect(dark[index]).not.toBe(color);
  });

  it('can be read and used without seeing it', async () => {
    const page = await open(createToldMigration());
    expect(await page.title()).toBe('octollm migrate: src');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.getByRole('searchbox', { name: 'Text or path' }).count()).toBe(1);
    expect(await page.getByRole('combobox', { name: 'Codemod' }).count()).toBe(1);
    expect(await page.getByRole('group', { name: 'Show' }).getByRole('checkbox').count()).toBe(4);
    expect(await page.getByRole('status').count()).toBe(1);
    await page.getByText('By codemod: the numbers').click();
    expect(await page.getByRole('row', { name: 'add-cause 2 1 1' }).count()).toBe(1);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  });

  it('has enough contrast, in both schemes', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open(createToldMigration(), scheme);
      await page.click('#open');
      expect(Math.min(...(await page.evaluate(measureContrasts)))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('shows everything without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.setContent(await format(createToldMigration()));
    expect(await page.isVisible('form')).toBe(false);
    await page.click('text=src/load.ts');
    expect(await page.isVisible('text=The caught error goes along')).toBe(true);
  });

  it('opens with 5,000 changes', async () => {
    const applied = Array.from({ length: 10 }, (_, index) => createChange({ place: { line: index + 1, column: 1 } }));
    const files = Array.from({ length: 500 }, (_, index) => createFile(`src/${index % 20}/${index}.ts`, { applied }));
    const result = createMigration({ files });
    expect((await format(result)).length).toBeLessThan(4_000_000);
    const page = await open(result);
    await page.fill('[name=text]', '/499.ts');
    await page.waitForSelector('#status:text-is("10 sites shown")');
    expect(await list(page)).toEqual(['src/19/499.ts 1 2 3 4 5 6 7 8 9 10']);
  });
});

/** The contrast of each text with what is behind it, as the guidelines for accessibility measure it. */
function measureContrasts(): number[] {
  const parse = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const getLuminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue]
      .map((value) => value / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const getBack = (element: Element | null): number[] => {
    const color = element ? parse(getComputedStyle(element).backgroundColor) : [255, 255, 255];
    return color[3] === 0 && element ? getBack(element.parentElement) : color;
  };
  return [...document.querySelectorAll('h1, h3, small, p, code, ins, del, pre, summary, legend, .label, .count')].map(
    (element) => {
      const [first, second] = [parse(getComputedStyle(element).color), getBack(element)].map(getLuminance);
      const [dark = 0, light = 0] = [first ?? 0, second ?? 0].sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    },
  );
}
