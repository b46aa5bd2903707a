import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { run } from '../src/cli.js';
import { verifyToken } from '../src/http/guards.js';
import { temporaryDirectory } from './support.js';

const env = {
  LOG_LEVEL: 'silent',
  OPENAI_API_KEY: 'sk-1',
  PAYMENTS_URL: 'http://127.0.0.1:9',
  PAYMENTS_SECRET: 's1',
  WEBHOOK_SECRET: 's2',
  AUTH_SECRET: 'a-secret-that-is-long',
};

async function csv(...lines: string[]): Promise<string> {
  const path = join(await temporaryDirectory(), 'orders.csv');
  await writeFile(path, ['customer,sku,quantity,price,currency', ...lines].join('\n'));
  return path;
}

describe('run', () => {
  it('prints its usage', async () => {
    expect(await run([], env)).toMatch(/orders-agent import FILE/);
    expect(await run(['help'], {})).toMatch(/orders-agent serve/);
  });

  it('issues tokens', async () => {
    expect(verifyToken(await run(['token', 'cus_1'], env), env.AUTH_SECRET)).toBe('cus_1');
  });

  it('counts lines', async () => {
    expect(await run(['lines', await csv('a', 'b', 'c')], env)).toBe('3');
  });

  it('says which argument is missing', async () => {
    await expect(run(['token'], env)).rejects.toThrow(/CUSTOMER is required/);
  });

  it('refuses commands that it does not know', async () => {
    await expect(run(['dance'], env)).rejects.toThrow(/Invalid command: dance/);
  });

  it('refuses a log level that it does not know', async () => {
    await expect(run(['triage', 'ord_1'], { ...env, LOG_LEVEL: 'loud' })).rejects.toThrow(/log level: loud/);
  });

  it('counts the orders of unknown customers as rejected', async () => {
    const file = await csv('cus_1,tea,2,4.50,EUR');
    expect(await run(['import', file], env)).toBe('0 created, 1 rejected');
    await vi.waitFor(async () => expect(await readFile(`${file}.rejected`, 'utf8')).toMatch(/cus_1: .*not found/));
  });

  it('refuses to import nothing', async () => {
    await expect(run(['import', await csv()], env)).rejects.toMatchObject({
      message: expect.stringMatching(/has no orders/),
    });
  });

  it('says that there is no such order', async () => {
    expect(await run(['triage', 'ord_9'], env)).toBe('no such order');
  });
});
