import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { openPseudoTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';
import { octollmCommand } from '../support/run-octollm.ts';
import { createProject } from '../support/temporary-project.ts';

const host = resolve(import.meta.dirname, '../support/review-host.ts');
const command = [process.execPath, '--import', import.meta.resolve('tsx'), '--conditions', '@octollm/source', host];

const files = {
  'src/a.ts': 'if (a) {\n  stale();\n}\n',
  'src/b.ts': 'stale(1);\nstale();\n',
};

function open(environment: Readonly<Record<string, string>> = {}): PseudoTerminal {
  return openPseudoTerminal(command, { cwd: createProject(files), environment });
}

const question = 'Make this change?';

describe('the review in a terminal', () => {
  it('shows a change, takes the answer, and goes on to the next', async () => {
    const terminal = open();
    const first = await terminal.waitFor(question);
    expect(first).toContain('src/a.ts:2:3  1 of 3, freshen, stale');
    expect(first).toContain('It is stale.');
    expect(first).toContain('-   stale();\r\n+   fresh();\r\n');
    terminal.type('y\r');
    const second = await terminal.waitFor(`2 of 3`);
    expect(second).toContain('Yes, make it');
    expect(await terminal.waitFor(question)).toContain('It is stale. · may alter behaviour or types');
    terminal.type('n\r');
    await terminal.waitFor('3 of 3');
    await terminal.waitFor(question);
    terminal.type('\r');
    const { code, text } = await terminal.end();
    expect(code).toBe(0);
    expect(text).toContain('RESULT src/a.ts: "if (a) {\\n  fresh();\\n}\\n"');
    expect(text).toContain('RESULT src/b.ts: "stale(1);\\nfresh();\\n"');
  });

  it('colours the lines, unless it is told not to', async () => {
    const colourful = open();
    await colourful.waitFor(question);
    expect(colourful.getRaw()).toContain('\u001b[32m+   fresh();');
    colourful.type('q\r');
    await colourful.end();
    const plain = open({ NO_COLOR: '1' });
    await plain.waitFor(question);
    expect(plain.getRaw()).not.toContain('\u001b[32m+');
    plain.type('q\r');
    await plain.end();
  });

  it('explains its keys', async () => {
    const terminal = open();
    await terminal.waitFor(question);
    terminal.type('h\r');
    const help = await terminal.waitFor('q) Quit: keep what was accepted, decline the rest');
    expect(help).toContain('a) All of this kind: make them without asking (freshen, stale)');
    terminal.type('a\r');
    expect((await terminal.end()).text).toContain('RESULT src/b.ts: "fresh(1);\\nfresh();\\n"');
  });

  it('opens the editor of the user on the new lines', async () => {
    const folder = createProject({});
    const editor = join(folder, 'editor.sh');
    writeFileSync(editor, '#!/bin/sh\nsed -i "s/fresh/newest/" "$1"\n');
    chmodSync(editor, 0o755);
    const terminal = open({ EDITOR: editor });
    await terminal.waitFor(question);
    terminal.type('e\r');
    await terminal.waitFor('2 of 3');
    terminal.type('q\r');
    const { code, text } = await terminal.end();
    expect(code).toBe(0);
    expect(text).toContain('RESULT src/a.ts: "if (a) {\\n  newest();\\n}\\n"');
    expect(text).toContain('RESULT src/b.ts: "stale(1);\\nstale();\\n"');
  });

  it('ends with a message when it is interrupted', async () => {
    const terminal = open();
    await terminal.waitFor(question);
    terminal.type('\u0003');
    const { code, text } = await terminal.end();
    expect(text).toContain('octollm: The review was interrupted: nothing was written.');
    expect(code).not.toBe(0);
    expect(text).not.toContain('RESULT');
  });
});

describe('octollm migrate --interactive', () => {
  const load = [
    'export async function load(id: string) {',
    '  try {',
    '    return await read(id);',
    '  } catch (error: any) {',
    '    console.error(error);',
    "    throw new Error('User not found');",
    '  }',
    '}',
    '',
  ].join('\n');
  const migrate = [...octollmCommand, 'migrate', 'src', '--only', 'catch-any-to-unknown,add-cause', '--write'];

  it('writes what was accepted, and nothing else', async () => {
    const cwd = createProject({ 'src/load.ts': load });
    const terminal = openPseudoTerminal([...migrate, '--interactive'], { cwd });
    expect(await terminal.waitFor(question)).toContain('src/load.ts:4:12  1 of 2, catch-any-to-unknown, annotate');
    terminal.type('y\r');
    expect(await terminal.waitFor('2 of 2')).toContain('src/load.ts:6:11');
    await terminal.waitFor(question);
    terminal.type('n\r');
    const { code, text } = await terminal.end();
    expect(code, text).toBe(0);
    expect(text).toContain('1 change declined in the review.');
    expect(readFileSync(join(cwd, 'src/load.ts'), 'utf8')).toBe(load.replace('error: any', 'error: unknown'));
  });

  it('writes nothing when it is interrupted, and ends with 130', async () => {
    const cwd = createProject({ 'src/load.ts': load });
    const terminal = openPseudoTerminal([...migrate, '--interactive'], { cwd });
    await terminal.waitFor(question);
    terminal.type('y\r');
    await terminal.waitFor('2 of 2');
    await terminal.waitFor(question);
    terminal.type('\u0003');
    const { code, text } = await terminal.end();
    expect(code).toBe(130);
    expect(text).toContain('The review was interrupted: nothing was written.');
    expect(readFileSync(join(cwd, 'src/load.ts'), 'utf8')).toBe(load);
  });
});

describe('without a terminal', () => {
  it('says so, and what to do instead', () => {
    const [node = '', ...parameters] = command;
    const { status, stderr } = spawnSync(node, parameters, { cwd: createProject(files), encoding: 'utf8' });
    expect(status).toBe(3);
    expect(stderr).toBe(
      'octollm: Cannot ask for the changes: `--interactive` needs a terminal. Run it without, and look at `--report`.\n',
    );
  });
});
