import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type CacheClient, MemoryCache, OrderCache } from './cache/cache.js';
import { RedisCache } from './cache/redis-cache.js';
import type { Config } from './config.js';
import { CustomerRepository } from './db/customer-repository.js';
import { type Database, waitForDatabase } from './db/database.js';
import { MemoryDatabase } from './db/memory-database.js';
import { OrderRepository } from './db/order-repository.js';
import { createServer } from './http/server.js';
import { OpenAIModel } from './llm/client.js';
import { createToolBox } from './llm/tools.js';
import { TriageAgent } from './llm/triage.js';
import { logger, parseLevel } from './logger.js';
import { PaymentClient } from './payments/client.js';
import { WebhookHandler } from './payments/webhook.js';
import { createArms } from './queue/arms.js';
import { TaskQueue } from './queue/queue.js';
import { Worker } from './queue/worker.js';
import { logChannel, Notifications, slackChannel } from './services/notifications.js';
import { OrderService } from './services/order-service.js';
import { InvoiceStore } from './storage/invoices.js';
import type { Order } from './types.js';

export interface App {
  db: Database;
  customers: CustomerRepository;
  orders: OrderRepository;
  service: OrderService;
  queue: TaskQueue;
  worker: Worker;
  invoices: InvoiceStore;
  server: FastifyInstance;
  start(): Promise<string>;
  stop(): Promise<void>;
}

export interface Overrides {
  db?: Database;
  cache?: CacheClient;
}

async function openDatabase(url: string): Promise<Database> {
  if (url === 'memory:') return new MemoryDatabase();
  const { PostgresDatabase } = await import('./db/postgres-database.js');
  return new PostgresDatabase(url);
}

export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  logger.level = parseLevel(config.logLevel);
  const db = overrides.db ?? (await openDatabase(config.databaseUrl));
  const cache = overrides.cache ?? (config.redisUrl ? new RedisCache(config.redisUrl) : new MemoryCache());
  const orders = new OrderRepository(db);
  const customers = new CustomerRepository(db);
  const model = new OpenAIModel(config);
  const notifications = new Notifications([logChannel(), ...(config.slackUrl ? [slackChannel(config.slackUrl)] : [])]);
  const invoices = new InvoiceStore(join(config.dataDir, 'invoices'));
  const service = new OrderService({
    orders,
    customers,
    cache: new OrderCache(cache),
    agent: new TriageAgent(model, createToolBox(customers)),
    payments: new PaymentClient(config),
    notifications,
  });
  const queue = new TaskQueue(config.queueCapacity);
  const worker = new Worker(queue, createArms(service, invoices), {
    taskTimeoutMs: config.requestTimeoutMs * 3,
    deadLetterFile: join(config.dataDir, 'dead-letters.jsonl'),
  });
  const server = createServer({
    config,
    orders: { orders: service, queue },
    admin: { db, orders, customers, model, invoices, notifications },
    webhooks: new WebhookHandler(db, service, config.webhookSecret),
  });

  service.on('charged', async (order: Order) => {
    await invoices.write(order);
  });
  service.on('cancelled', async (order: Order) => {
    await notifications.orderCancelled(order);
  });

  const stopping = new AbortController();
  let sweeper: NodeJS.Timeout | undefined;

  return {
    db,
    customers,
    orders,
    service,
    queue,
    worker,
    invoices,
    server,
    async start() {
      await waitForDatabase(db);
      void worker.run(stopping.signal);
      sweeper = setInterval(async () => {
        await invoices.removeOlderThan(90 * 24 * 3600 * 1000);
      }, 3600 * 1000);
      try {
        return await server.listen({ host: config.host, port: config.port });
      } catch (e: any) {
        throw new Error(`Network error: cannot listen on ${config.host}:${config.port}: ${e.message}`);
      }
    },
    async stop() {
      stopping.abort();
      clearInterval(sweeper);
      const results = await Promise.allSettled([server.close(), cache.quit(), db.close()]);
      const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      if (failures.length > 0) {
        throw new AggregateError(failures, `shutdown failed in ${failures.length} places`);
      }
    },
  };
}
