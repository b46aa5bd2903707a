import { vi } from 'vitest';
import { type App, createApp } from '../src/app.js';
import { MemoryCache } from '../src/cache/cache.js';
import type { Config } from '../src/config.js';
import { MemoryDatabase } from '../src/db/memory-database.js';
import { issueToken } from '../src/http/guards.js';
import type { Order } from '../src/types.js';
import { cleanUp, customer, temporaryDirectory, testConfig } from './support.js';

export interface TestApp extends App {
  memory: MemoryDatabase;
  cache: MemoryCache;
  config: Config;
  directory: string;
  bearer(customerId: string): Record<string, string>;
}

/** The whole service over a database and a cache in memory, with one customer and one operator. */
export async function testApp(changes: Partial<Config> = {}): Promise<TestApp> {
  const memory = new MemoryDatabase();
  const cache = new MemoryCache();
  const directory = await temporaryDirectory();
  const config = testConfig({ dataDir: directory, ...changes });
  const app = await createApp(config, { db: memory, cache });
  const charged: string[] = [];
  app.service.on('charged', (order: Order) => charged.push(order.id));
  cleanUp(async () => {
    // the invoice is written in the background, and its directory goes away after the test
    await vi.waitFor(async () => {
      for (const id of charged) if (!(await app.invoices.find(id))) throw new Error(`no invoice for ${id} yet`);
    }, 5000);
    await app.stop();
  });
  await app.customers.create(customer());
  await app.customers.create(customer({ id: 'cus_op', email: 'grace@example.com', role: 'operator' }));
  const bearer = (id: string) => ({ authorization: `Bearer ${issueToken(id, config.authSecret)}` });
  return { ...app, memory, cache, config, directory, bearer };
}
