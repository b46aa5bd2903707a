import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.js';
import { temporaryDirectory } from './support.js';

const env = {
  OPENAI_API_KEY: 'sk-1',
  PAYMENTS_URL: 'https://pay.example.com',
  PAYMENTS_SECRET: 's1',
  WEBHOOK_SECRET: 's2',
  AUTH_SECRET: 'a-secret-that-is-long',
};

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
