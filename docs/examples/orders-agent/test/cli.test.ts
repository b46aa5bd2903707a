import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { run } from '../src/cli.js';
import { loadConfig } from '../src/config.js';
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
    await vi.waitFor(
      async () => expect(await readFile(`${file}.rejected`, 'utf8')).toMatch(/cus_1: .*not found/),
      5000,
    );
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

describe('loadConfig', () => {
  it('fills in defaults', () => {
    const config = loadConfig(env);
    expect(config.port).toBe(8080);
    expect(config.databaseUrl).toBe('memory:');
    expect(config.environment).toBe('development');
  });

  it('reads numbers from the environment', () => {
    expect(loadConfig({ ...env, PORT: '0', QUEUE_CAPACITY: '7' })).toMatchObject({ port: 0, queueCapacity: 7 });
  });

  it('lets the environment win over the file', async () => {
    const file = join(await temporaryDirectory(), 'config.json');
    await writeFile(file, JSON.stringify({ port: 1000, host: '0.0.0.0' }));
    expect(loadConfig({ ...env, ORDERS_CONFIG: file, PORT: '2000' })).toMatchObject({ port: 2000, host: '0.0.0.0' });
  });

  it('names the file that does not exist', () => {
    expect(() => loadConfig({ ...env, ORDERS_CONFIG: '/nonexistent/orders.json' })).toThrow(
      /\/nonexistent\/orders\.json does not exist/,
    );
  });

  it('refuses a file that is not JSON', async () => {
    const file = join(await temporaryDirectory(), 'config.json');
    await writeFile(file, '{ port: 1000');
    expect(() => loadConfig({ ...env, ORDERS_CONFIG: file })).toThrow(/not valid JSON/);
  });

  it('names the settings that are missing', () => {
    expect(() => loadConfig({ ...env, OPENAI_API_KEY: undefined, AUTH_SECRET: undefined })).toThrow(
      /openaiApiKey, authSecret/,
    );
  });

  it('wants a database in production', () => {
    expect(() => loadConfig({ ...env, NODE_ENV: 'production' })).toThrow(/DATABASE_URL/);
  });

  it('refuses an address of the payment API that is not http', () => {
    expect(() => loadConfig({ ...env, PAYMENTS_URL: 'ftp://pay' })).toThrow(/PAYMENTS_URL/);
    expect(() => loadConfig({ ...env, PAYMENTS_URL: 'pay' })).toThrow(/PAYMENTS_URL/);
  });
});
