import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  environment: z.enum(['development', 'production', 'test']).default('development'),
  host: z.string().default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65535).default(8080),
  logLevel: z.string().default('info'),
  databaseUrl: z.string().default('memory:'),
  redisUrl: z.string().optional(),
  openaiApiKey: z.string(),
  openaiBaseUrl: z.string().default('https://api.openai.com/v1'),
  openaiModel: z.string().default('gpt-4o-mini'),
  paymentsUrl: z.string(),
  paymentsSecret: z.string(),
  webhookSecret: z.string(),
  authSecret: z.string(),
  slackUrl: z.string().optional(),
  dataDir: z.string().default('./data'),
  requestTimeoutMs: z.coerce.number().int().positive().default(10_000),
  requestsPerMinute: z.coerce.number().int().positive().default(120),
  queueCapacity: z.coerce.number().int().positive().default(1000),
});

export type Config = z.infer<typeof schema>;

function variableOf(key: string): string {
  return key === 'environment' ? 'NODE_ENV' : key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function readConfigFile(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (e: any) {
    if (e.code === 'ENOENT') {
      throw new Error(`Configuration file ${path} does not exist`);
    }
    throw new Error(`Configuration file ${path} cannot be read: ${e.message}`);
  }
  try {
    return JSON.parse(text);
  } catch (e: any) {
    throw new Error(`Configuration file ${path} is not valid JSON: ${e.message}`);
  }
}

function fromEnvironment(env: NodeJS.ProcessEnv): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(schema.shape)) {
    const value = env[variableOf(key)];
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/**
 * Reads the configuration: `orders.local.json`, then the file in `ORDERS_CONFIG`, then the environment, later ones win.
 *
 * @throws {RangeError} when the port is out of range
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  let local: Record<string, unknown> = {};
  try {
    local = JSON.parse(readFileSync('orders.local.json', 'utf8'));
  } catch {}

  const file = env.ORDERS_CONFIG ? readConfigFile(env.ORDERS_CONFIG) : {};
  let config: Config;
  try {
    config = schema.parse({ ...local, ...file, ...fromEnvironment(env) });
  } catch (e: any) {
    const fields = e.issues.map((issue: any) => issue.path.join('.')).join(', ');
    throw new Error(`Configuration is invalid, check these settings: ${fields}`);
  }

  if (config.environment === 'production' && config.databaseUrl === 'memory:') {
    throw new Error('Configuration error: DATABASE_URL must be set in production');
  }
  if (!config.openaiApiKey.startsWith('sk-')) {
    throw new Error(`Configuration error: OPENAI_API_KEY ${config.openaiApiKey} is malformed`);
  }
  if (config.authSecret.length < 16) {
    throw new Error('Configuration error: AUTH_SECRET must have at least 16 characters');
  }
  if (!isHttpUrl(config.paymentsUrl)) {
    throw new Error('Configuration error: PAYMENTS_URL is not an http(s) address');
  }
  return config;
}

function isHttpUrl(value: string): boolean {
  try {
    const url = new URL(value);
    return url.protocol === 'http:' || url.protocol === 'https:';
  } catch {
    return false;
  }
}
